import Crown from "lucide-react/icons/crown";
import Languages from "lucide-react/icons/languages";
import MicOff from "lucide-react/icons/mic-off";
import Shield from "lucide-react/icons/shield";
import { useTranslations } from "next-intl";
import type { CSSProperties } from "react";
import { useLanguageName } from "@/components/room/interpreting/use-language-name";
import { AdminTag } from "@/components/room/people/admin-tag";
import { FaceWay } from "@/components/room/people/face-way";
import type { ShownPerson } from "@/components/room/use-room";
import { Name, useSaid } from "@/components/ui/name";
import { Portrait } from "@/components/ui/portraits/portrait";
import { isolated } from "@/lib/domain/text/isolated";
import { useLevel } from "./use-level";

const RING =
  "pointer-events-none absolute inset-0 rounded-face opacity-0 transition-opacity duration-150 data-speaking:opacity-100 " +
  "[box-shadow:0_0_0_4px_var(--paper),0_0_0_calc(6px+5px*var(--level,0))_var(--light),0_0_60px_6px_color-mix(in_srgb,var(--light)_38%,transparent)]";

const MARK = "absolute grid size-6 place-items-center sm:size-8 rounded-full border border-line bg-card";

const BADGES = { host: Crown, moderator: Shield, speaker: null, listener: null } as const;

type PortraitOnStageProps = { person: ShownPerson; style?: CSSProperties };

/** Somebody on stage: their ring follows their voice; a tap says who they are and what can be done. */
export function PortraitOnStage({ person, style }: PortraitOnStageProps) {
  const t = useTranslations("room");
  const said = useSaid();
  const ring = useLevel(person.id);
  const Badge = BADGES[person.role];
  const nameOf = useLanguageName();
  const voice = useLevel(person.spokenBy?.identity ?? "");
  const { asksIn, spokenBy } = person;
  const language = asksIn === undefined ? null : t("asksIn", { language: nameOf(asksIn) });
  const interpreted = spokenBy && t("spokenBy", { name: said(spokenBy.interpreter) });
  const whence = person.from === null ? t(`roles.${person.role}`) : t("family.from", { number: person.from });
  const words = [said(person), t(`roles.${person.role}`)];
  if (person.from !== null) words.push(t("family.from", { number: person.from }));
  if (language !== null) words.push(language);
  if (interpreted) words.push(interpreted);
  if (person.isAdmin) words.push(t("admin"));
  if (person.away) words.push(t("away"));
  else if (person.hushed) words.push(t("muted"));
  return (
    <li
      data-testid="on-stage"
      data-person={person.id}
      data-muted={person.hushed}
      data-away={person.away}
      data-asks-in={asksIn}
      data-spoken-by={spokenBy?.interpreter.id}
      style={style}
      className="min-w-18 text-center in-[.grid]:min-w-0 sm:min-w-28"
    >
      <FaceWay person={person} label={words.join(", ")} className="w-full rounded-lg">
        <span
          className={`relative mx-auto mb-2 block size-16 sm:mb-2.5 sm:size-24 [@media(height<30rem)]:size-16 ${person.away ? "opacity-50" : ""}`}
        >
          <Portrait person={person} size="large" hat className="size-full" />
          <span ref={ring} className={RING} />
          {Badge && (
            <span className={`${MARK} -bottom-1.5 -start-1.5`}>
              <Badge className="size-3.5 text-light-ink sm:size-4" aria-hidden="true" />
            </span>
          )}
          {language !== null && (
            <span
              ref={voice}
              title={interpreted ?? language}
              className={`${MARK} -top-1.5 -end-1.5 data-speaking:[box-shadow:0_0_0_3px_var(--light)]`}
            >
              <Languages
                className={`size-3.5 sm:size-4 ${spokenBy ? "text-light-ink" : "text-soft"}`}
                aria-hidden="true"
              />
            </span>
          )}
          {person.hushed && (
            <span className={`${MARK} -bottom-1.5 -end-1.5`}>
              <MicOff className="size-3.5 sm:size-4" aria-hidden="true" />
            </span>
          )}
        </span>
        <span className="block font-semibold leading-tight max-sm:text-sm max-sm:leading-tight">
          <Name person={person} lines={2}>
            {person.isMe ? t("you", { name: isolated(person.name) }) : person.name}
          </Name>
        </span>
        <span className="block truncate text-xs text-soft">
          {person.away ? t("away") : (interpreted ?? language ?? whence)}
        </span>
        {person.isAdmin && <AdminTag />}
      </FaceWay>
    </li>
  );
}
