import Link from "next/link";
import type { ReactNode } from "react";
import { classes } from "@/components/ui/classes";
import { Name } from "@/components/ui/name";
import type { PersonFace } from "@/lib/wire/people/views";

type NameLinkProps = {
  person: Pick<PersonFace, "id" | "name" | "handle" | "isGone">;
  /** Over a link that covers all of its card. */
  raised?: boolean;
  className?: string;
  /** What is said instead of the bare name. */
  children?: ReactNode;
};

/** A name that leads to its person; guests have no page, so theirs is only a name. Never inside a button or another link. */
export function NameLink({ person, raised = false, className, children = <Name person={person} /> }: NameLinkProps) {
  const { handle } = person;
  if (!handle) return <span className={className}>{children}</span>;
  return (
    <Link
      href={`/people/${handle}`}
      prefetch={false}
      className={classes("hover:underline", raised && "relative z-1", className)}
    >
      {children}
    </Link>
  );
}
