import type { ReactNode } from "react";
import { useShow } from "@/components/room/open-context";
import { classes } from "@/components/ui/classes";
import { Name } from "@/components/ui/name";
import type { PersonFace } from "@/lib/wire/people/views";

type PersonNameProps = { person: PersonFace; className?: string; children?: ReactNode };

/** A name in a room: a tap says who it is and what can be done, and leads to their page. Never inside another button. */
export function PersonName({ person, className, children = <Name person={person} /> }: PersonNameProps) {
  const show = useShow();
  return (
    <button
      type="button"
      onClick={() => show({ person })}
      className={classes("max-w-full text-start hover:underline", className)}
    >
      {children}
    </button>
  );
}
