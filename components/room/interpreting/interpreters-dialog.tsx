import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { NameLink } from "@/components/frame/name-link";
import { useRoomScene } from "@/components/room/room-context";
import { languageOptions } from "@/components/room-form/language-options";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Dialog } from "@/components/ui/layers/dialog";
import { useSaid } from "@/components/ui/name";
import { Portrait } from "@/components/ui/portraits/portrait";
import { Select } from "@/components/ui/select";
import type { ChannelView, RatingAverage } from "@/lib/wire/interpreting/views";
import { useAudiences } from "./use-audiences";
import { type InterpretingActs, useInterpretingActs } from "./use-interpreting-acts";
import { useLanguageName } from "./use-language-name";
import { useRatings } from "./use-ratings";

/** For who leads the main room: who interprets, how well it is understood, and halls for a language. */
export function InterpretersDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useTranslations("interpreting");
  return (
    <Dialog open={open} onClose={onClose} title={t("desk.title")} closeLabel={t("close")}>
      <Desk />
    </Dialog>
  );
}

function Desk() {
  const t = useTranslations("interpreting");
  const scene = useRoomScene();
  const { room, channels } = scene.view;
  const acts = useInterpretingActs(room.id, scene.me?.personId ?? "");
  const ratings = useRatings(room.id);
  const listenersOf = useAudiences(room.id);
  return (
    <>
      <p className="text-sm text-soft">{t(channels.length === 0 ? "desk.none" : "desk.hint")}</p>
      {channels.map((channel) => (
        <Channel
          key={channel.language}
          channel={channel}
          listeners={listenersOf(channel.language)}
          ratings={ratings.filter(({ language }) => language === channel.language)}
          acts={acts}
        />
      ))}
      {room.overflowRooms > 0 && <OpenHall likely={channels[0]?.language} acts={acts} />}
    </>
  );
}

type ChannelProps = {
  channel: ChannelView;
  listeners: number | null;
  ratings: RatingAverage[];
  acts: InterpretingActs;
};

function Channel({ channel: { language, interpreters }, listeners, ratings, acts }: ChannelProps) {
  const t = useTranslations("interpreting.desk");
  const said = useSaid();
  const nameOf = useLanguageName();
  return (
    <section data-language={language}>
      <div className="flex items-baseline justify-between gap-3">
        <h3 className="font-semibold">{nameOf(language)}</h3>
        {listeners !== null && <p className="text-sm text-soft">{t("listeners", { count: listeners })}</p>}
      </div>
      <ul>
        {interpreters.map(({ person, onAir, toStage }) => (
          <li key={person.id} className="flex items-center gap-2.5 border-t border-line py-2">
            <Portrait person={person} className="size-9" />
            <span className="min-w-0 flex-1 truncate">
              <NameLink person={person} />{" "}
              {(onAir || toStage) && (
                <span className="text-sm font-semibold text-light-ink">{t(toStage ? "onStage" : "onAir")}</span>
              )}
            </span>
            {toStage && (
              <Button
                size="small"
                onClick={() => void acts.muteOnStage(person)}
                aria-label={t("muteName", { name: said(person) })}
              >
                {t("mute")}
              </Button>
            )}
            <Button
              size="small"
              onClick={() => void acts.endInterpreter(person)}
              aria-label={t("endName", { name: said(person) })}
            >
              {t("end")}
            </Button>
          </li>
        ))}
      </ul>
      {ratings.map(({ hallId, number, understood, count }) => (
        <p key={hallId} className="text-sm text-soft">
          {t("understood", { hall: number, average: understood, count })}
        </p>
      ))}
    </section>
  );
}

/** `likely`: the language that is offered first. */
function OpenHall({ likely, acts }: { likely?: string; acts: InterpretingActs }) {
  const t = useTranslations("interpreting.desk");
  const locale = useLocale();
  const [language, setLanguage] = useState<string>(likely ?? locale);
  return (
    <Field id="hall-language" label={t("open")} hint={t("openHint")}>
      <div className="flex gap-2">
        <Select
          id="hall-language"
          value={language}
          onChange={({ target }) => setLanguage(target.value)}
          options={languageOptions(locale, [language])}
        />
        <Button onClick={() => void acts.openLanguageHall(language)}>{t("openAct")}</Button>
      </div>
    </Field>
  );
}
