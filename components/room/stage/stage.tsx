import { useTranslations } from "next-intl";
import { useRef } from "react";
import type { ShownPerson } from "@/components/room/use-room";
import { PortraitOnStage } from "./portrait-on-stage";
import { useStageChairs } from "./use-stage-chairs";

type StageProps = { people: ShownPerson[]; label?: string };

/** Whom one hears, in the order of rank and time, each on a chair that stays theirs. `label`: of a stage that is not the room's only one. */
export function Stage({ people, label }: StageProps) {
  const t = useTranslations("room");
  const box = useRef<HTMLDivElement>(null);
  const chairs = useStageChairs(box, people);
  return (
    <section aria-label={label ?? t("stage")} ref={box}>
      <ul
        style={
          chairs
            ? {
                gridTemplateColumns: `repeat(${chairs.columns}, minmax(0, 8.5rem))`,
                gridTemplateRows: `repeat(${chairs.rows}, var(--chair))`,
              }
            : undefined
        }
        className={`justify-center gap-y-3 [--chair:7.75rem] sm:gap-y-4 sm:[--chair:10.25rem] [@media(height<30rem)]:[--chair:7.75rem] ${chairs ? "grid" : "flex min-h-(--chair) flex-wrap"}`}
      >
        {people.length === 0 && <li className="col-span-full self-center text-center text-soft">{t("stageEmpty")}</li>}
        {people.map((person) => {
          const chair = chairs?.of(person.id);
          return (
            <PortraitOnStage
              key={person.id}
              person={person}
              style={chair && { gridColumn: chair.column, gridRow: chair.row }}
            />
          );
        })}
      </ul>
    </section>
  );
}
