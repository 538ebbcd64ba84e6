import { useTranslations } from "next-intl";
import { FaceWay } from "@/components/room/people/face-way";
import { Portrait } from "@/components/ui/portrait";
import type { PersonFace } from "@/lib/wire/people/views";

/** Faces with names, each a button that opens who it is; drawn by the browser only where they are in view. */
export function Faces({ people, onOpen }: { people: readonly PersonFace[]; onOpen?: (person: PersonFace) => void }) {
  const t = useTranslations("room");
  return (
    <ul className="grid grid-cols-[repeat(auto-fill,minmax(4.875rem,1fr))] gap-x-2 gap-y-4">
      {people.map((person) => (
        <li key={person.id} data-person={person.id} className="text-center [content-visibility:auto]">
          <FaceWay
            person={person}
            onOpen={onOpen && (() => onOpen(person))}
            className="w-full rounded-lg text-xs leading-tight"
          >
            <Portrait seed={person.portraitSeed} hat={person.isNew} className="mx-auto mb-1.5 size-13" />
            <span className="line-clamp-2">{person.isGuest ? t("guest") : person.name}</span>
          </FaceWay>
        </li>
      ))}
    </ul>
  );
}
