import { useTranslations } from "next-intl";
import { useLevel } from "@/components/room/stage/use-level";
import { useSpeaking } from "@/components/room/stage/use-speaking";
import { Portrait } from "@/components/ui/portraits/portrait";
import type { StagePerson } from "@/lib/wire/stage/views";

/** As many faces as stand side by side in a narrow frame, with their names. */
const FACES = 6;

/** Who is on stage, each lit by their voice. Whoever speaks is in view, however many stand there. */
export function EmbedStage({ people }: { people: readonly StagePerson[] }) {
  const t = useTranslations("embed");
  const speaking = useSpeaking();
  const isSpeaking = ({ id }: StagePerson): number => Number(speaking.includes(id));
  const shown = people.length > FACES ? people.toSorted((one, other) => isSpeaking(other) - isSpeaking(one)) : people;
  const more = people.length - FACES;
  if (people.length === 0) return <p className="text-sm text-soft">{t("stageEmpty")}</p>;
  return (
    <ul aria-label={t("stage")} className="flex items-start gap-3 pt-1.5 [@media(height<15rem)]:hidden">
      {shown.slice(0, FACES).map((person) => (
        <OnStage key={person.id} person={person} />
      ))}
      {more > 0 && <li className="shrink-0 self-center text-sm text-soft">{t("more", { count: more })}</li>}
    </ul>
  );
}

function OnStage({ person }: { person: StagePerson }) {
  return (
    <li data-testid="on-stage" data-person={person.id} className={`w-18 min-w-0 ${person.away ? "opacity-50" : ""}`}>
      <span
        ref={useLevel(person.id)}
        className="mx-auto block aspect-square w-full max-w-14 rounded-face transition-shadow duration-150 data-speaking:[box-shadow:0_0_0_2px_var(--card),0_0_0_calc(4px+3px*var(--level,0))_var(--light)]"
      >
        <Portrait person={person} hat className="size-full" />
      </span>
      <bdi className="mt-1.5 block truncate text-center text-xs">{person.name}</bdi>
    </li>
  );
}
