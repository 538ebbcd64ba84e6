import Crown from "lucide-react/icons/crown";
import MicOff from "lucide-react/icons/mic-off";
import Shield from "lucide-react/icons/shield";
import { useTranslations } from "next-intl";
import { FaceWay } from "@/components/room/people/face-way";
import type { ShownPerson } from "@/components/room/use-room";
import { Portrait } from "@/components/ui/portrait";
import { useLevel } from "./use-level";

const RING =
  "pointer-events-none absolute inset-0 rounded-face opacity-0 transition-opacity duration-150 data-speaking:opacity-100 " +
  "[box-shadow:0_0_0_4px_var(--paper),0_0_0_calc(6px+5px*var(--level,0))_var(--light),0_0_60px_6px_color-mix(in_srgb,var(--light)_38%,transparent)]";

const MARK = "absolute grid size-8 place-items-center rounded-full border border-line bg-card";

const BADGES = { host: Crown, moderator: Shield, speaker: null, listener: null } as const;

/** Somebody on stage: their ring follows their voice; a tap says who they are and what can be done. */
export function PortraitOnStage({ person, onOpen }: { person: ShownPerson; onOpen?: () => void }) {
  const t = useTranslations("room");
  const ring = useLevel(person.id);
  const Badge = BADGES[person.role];
  const whence = person.from === null ? t(`roles.${person.role}`) : t("family.from", { number: person.from });
  const words = [person.name, t(`roles.${person.role}`)];
  if (person.from !== null) words.push(t("family.from", { number: person.from }));
  if (person.away) words.push(t("away"));
  else if (person.hushed) words.push(t("muted"));
  return (
    <li
      data-testid="on-stage"
      data-person={person.id}
      data-muted={person.hushed}
      data-away={person.away}
      className="w-23 text-center sm:w-28"
    >
      <FaceWay person={person} onOpen={onOpen} label={words.join(", ")} className="w-full rounded-lg">
        <span className={`relative mx-auto mb-2.5 block size-19 sm:size-24 ${person.away ? "opacity-50" : ""}`}>
          <Portrait seed={person.portraitSeed} hat={person.isNew} className="size-full" />
          <span ref={ring} className={RING} />
          {Badge && (
            <span className={`${MARK} -bottom-1.5 -start-1.5`}>
              <Badge className="size-4 text-light-ink" aria-hidden="true" />
            </span>
          )}
          {person.hushed && (
            <span className={`${MARK} -bottom-1.5 -end-1.5`}>
              <MicOff className="size-4" aria-hidden="true" />
            </span>
          )}
        </span>
        <span className="block font-semibold leading-tight">
          {person.isMe ? t("you", { name: person.name }) : person.name}
        </span>
        <span className="text-xs text-soft">{person.away ? t("away") : whence}</span>
      </FaceWay>
    </li>
  );
}
