import { useFormatter, useTranslations } from "next-intl";
import { Portrait } from "@/components/ui/portrait";
import type { PersonFace, RoomView } from "@/lib/wire/views";

/** Who listens, the longest there first; faces of the first, the number of all. */
export function Audience({ view, onOpen }: { view: RoomView; onOpen?: (person: PersonFace) => void }) {
  const t = useTranslations("room");
  const format = useFormatter();
  const more = view.audienceCount - view.audience.length;
  return (
    <section aria-labelledby="audience" className="mt-8" data-testid="audience" data-count={view.audienceCount}>
      <h2 id="audience" className="mb-3 text-sm font-semibold text-soft">
        {t("audience", { count: view.audienceCount })}
      </h2>
      {view.audience.length === 0 && <p className="text-soft">{t("audienceEmpty")}</p>}
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(4.875rem,1fr))] gap-x-2 gap-y-4">
        {view.audience.map((person) => (
          <li key={person.id} data-person={person.id} className="text-center [content-visibility:auto]">
            <button
              type="button"
              onClick={onOpen && (() => onOpen(person))}
              disabled={!onOpen}
              className="w-full rounded-lg text-xs leading-tight disabled:cursor-default"
            >
              <Portrait seed={person.portraitSeed} hat={person.isNew} className="mx-auto mb-1.5 size-13" />
              <span className="line-clamp-2">{person.isGuest ? t("guest") : person.name}</span>
            </button>
          </li>
        ))}
      </ul>
      {more > 0 && <p className="mt-4 text-soft">{t("moreListen", { count: more, number: format.number(more) })}</p>}
    </section>
  );
}
