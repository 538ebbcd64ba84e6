import { useTranslations } from "next-intl";
import { AdminTag } from "@/components/room/people/admin-tag";
import { Name } from "@/components/ui/name";
import { Portrait } from "@/components/ui/portrait";
import type { PersonFace } from "@/lib/wire/people/views";

/** Faces with names, each a button that opens who it is; drawn by the browser only where they are in view. */
export function Faces({ people, onOpen }: { people: readonly PersonFace[]; onOpen?: (person: PersonFace) => void }) {
  const t = useTranslations("room");
  return (
    <ul className="grid grid-cols-[repeat(auto-fill,minmax(4.875rem,1fr))] gap-x-2 gap-y-4">
      {people.map((person) => (
        <li key={person.id} data-person={person.id} className="text-center [content-visibility:auto]">
          <button
            type="button"
            onClick={onOpen && (() => onOpen(person))}
            disabled={!onOpen}
            className="w-full rounded-lg text-xs leading-tight disabled:cursor-default"
          >
            <Portrait seed={person.portraitSeed} hat={person.isNew} className="mx-auto mb-1.5 size-13" />
            <span className="block">{person.isGuest ? t("guest") : <Name person={person} lines={2} />}</span>
            {person.isAdmin && <AdminTag />}
          </button>
        </li>
      ))}
    </ul>
  );
}
