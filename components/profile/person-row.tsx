import type { ReactNode } from "react";
import { NameLink } from "@/components/frame/name-link";
import { classes } from "@/components/ui/classes";
import { Portrait } from "@/components/ui/portraits/portrait";
import type { PersonFace } from "@/lib/wire/people/views";

/** Somebody in a list, with the way to their page. `whole`: the row is the way; else the name alone, and `children` are what else one does. */
export function PersonRow({
  person,
  whole = false,
  children,
}: {
  person: PersonFace;
  whole?: boolean;
  children?: ReactNode;
}) {
  return (
    <li
      className={classes("flex items-center gap-3 border-t border-line py-2.5", whole && "relative hover:bg-line/30")}
    >
      <Portrait person={person} hat className="size-11 shrink-0" />
      <span className="min-w-0 flex-1 leading-tight">
        <NameLink
          person={person}
          className={classes("block truncate font-semibold", whole && "after:absolute after:inset-0")}
        >
          <bdi>{person.name}</bdi>
        </NameLink>
        <span className="block truncate text-sm text-soft">
          <bdi>@{person.handle}</bdi>
        </span>
      </span>
      {children}
    </li>
  );
}
