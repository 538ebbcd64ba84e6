import Link from "next/link";
import type { ReactNode } from "react";
import { useShowHere } from "@/components/room/open-context";
import type { PersonFace } from "@/lib/wire/people/views";

type FaceWayProps = {
  person: PersonFace;
  label?: string;
  className: string;
  children: ReactNode;
};

/** A face with a name; in a room it opens who they are, before its door it leads to their own page. Guests have none. */
export function FaceWay({ person, label, className, children }: FaceWayProps) {
  const show = useShowHere();
  if (show) {
    return (
      <button
        type="button"
        onClick={() => show({ person })}
        aria-label={label}
        className={`cursor-pointer ${className}`}
      >
        {children}
      </button>
    );
  }
  if (!person.handle) return <div className={className}>{children}</div>;
  return (
    <Link href={`/people/${person.handle}`} prefetch={false} aria-label={label} className={`block ${className}`}>
      {children}
    </Link>
  );
}
