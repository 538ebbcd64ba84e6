import Link from "next/link";
import type { ReactNode } from "react";
import type { PersonFace } from "@/lib/wire/people/views";

type FaceWayProps = {
  person: PersonFace;
  /** Inside a room: opens who they are. Before its door a face leads to their own page. */
  onOpen?: () => void;
  label?: string;
  className: string;
  children: ReactNode;
};

/** A face with a name, and the way to whom they show. Guests have no page to lead to. */
export function FaceWay({ person, onOpen, label, className, children }: FaceWayProps) {
  if (onOpen) {
    return (
      <button type="button" onClick={onOpen} aria-label={label} className={`cursor-pointer ${className}`}>
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
