import { useTranslations } from "next-intl";
import type { ShownPerson } from "@/components/room/use-room";
import { PortraitOnStage } from "./portrait-on-stage";

type StageProps = { people: ShownPerson[]; label?: string; onOpen?: (person: ShownPerson) => void };

/** Whom one hears, in the order of rank and time. `label`: of a stage that is not the room's only one. */
export function Stage({ people, label, onOpen }: StageProps) {
  const t = useTranslations("room");
  return (
    <section aria-label={label ?? t("stage")} className="pt-8">
      {people.length === 0 ? (
        <p className="py-8 text-center text-soft">{t("stageEmpty")}</p>
      ) : (
        <ul className="flex flex-wrap justify-center gap-x-4 gap-y-6 sm:gap-x-6">
          {people.map((person) => (
            <PortraitOnStage key={person.id} person={person} onOpen={onOpen && (() => onOpen(person))} />
          ))}
        </ul>
      )}
    </section>
  );
}
