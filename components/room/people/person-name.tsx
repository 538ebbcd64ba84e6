import type { ReactNode } from "react";
import { classes } from "@/components/ui/classes";
import { Name } from "@/components/ui/name";
import type { PersonFace } from "@/lib/wire/people/views";

/** Opens who somebody is, over the room. */
export type OnPerson = (person: PersonFace) => void;

type PersonNameProps = { person: PersonFace; onOpen: OnPerson; className?: string; children?: ReactNode };

/** A name in a room: a tap says who it is and what can be done, and leads to their page. Never inside another button. */
export function PersonName({ person, onOpen, className, children = <Name person={person} /> }: PersonNameProps) {
  return (
    <button
      type="button"
      onClick={() => onOpen(person)}
      className={classes("max-w-full text-start hover:underline", className)}
    >
      {children}
    </button>
  );
}
