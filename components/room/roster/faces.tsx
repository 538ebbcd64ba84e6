import { useTranslations } from "next-intl";
import { memo, useRef } from "react";
import { AdminTag } from "@/components/room/people/admin-tag";
import { FaceWay } from "@/components/room/people/face-way";
import { Name } from "@/components/ui/name";
import { Portrait } from "@/components/ui/portraits/portrait";
import type { PersonFace } from "@/lib/wire/people/views";
import { useKeptPlaces } from "./use-kept-places";

/** Faces with names, each a way to who it is; drawn by the browser only where they are in view. Nobody moves while one looks. */
export function Faces({ people }: { people: readonly PersonFace[] }) {
  const list = useRef<HTMLUListElement>(null);
  const places = useKeptPlaces(list, people);
  return (
    <ul ref={list} className="grid grid-cols-[repeat(auto-fill,minmax(4.875rem,1fr))] gap-x-2 gap-y-4">
      {places.map(({ key, person }) =>
        person === null ? <li key={key} aria-hidden="true" /> : <Face key={key} person={person} />,
      )}
    </ul>
  );
}

/** Hundreds are drawn, and each announcement draws the list anew: only faces that changed are. */
const Face = memo(function Face({ person }: { person: PersonFace }) {
  const t = useTranslations("room");
  return (
    <li data-person={person.id} className="text-center [contain-intrinsic-size:auto_5.75rem] [content-visibility:auto]">
      <FaceWay person={person} className="w-full rounded-lg text-xs leading-tight focus-visible:-outline-offset-2">
        <Portrait person={person} hat className="mx-auto mb-1.5 size-13" />
        <span className="block min-h-[2lh]">{person.isGuest ? t("guest") : <Name person={person} lines={2} />}</span>
        {person.isAdmin && <AdminTag />}
      </FaceWay>
    </li>
  );
});
