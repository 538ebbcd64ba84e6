import { useTranslations } from "next-intl";
import { LevelMeter } from "@/components/room/sound/level-meter";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { useSaid } from "@/components/ui/name";
import { Select } from "@/components/ui/select";
import type { Booth } from "@/lib/client/interpreting/hearing";
import type { RoomView } from "@/lib/wire/rooms/views";
import { BoothClock } from "./booth-clock";
import { Colleagues } from "./colleagues";
import { SpeakBack } from "./speak-back";
import { useAudiences } from "./use-audiences";
import { useChannel } from "./use-channel";
import type { InterpretingActs } from "./use-interpreting-acts";
import { useLanguageName } from "./use-language-name";

type InterpreterBoothProps = { view: RoomView; booth: Booth; ownId: string; acts: InterpretingActs };

/** An interpreter's desk: on the air or off it, the microphone, what they hear, the clock, and who is with them. */
export function InterpreterBooth({ view, booth, ownId, acts }: InterpreterBoothProps) {
  const t = useTranslations("interpreting.booth");
  const said = useSaid();
  const nameOf = useLanguageName();
  const { booth: own } = useChannel();
  const colleagues =
    view.channels
      .find(({ language }) => language === booth.language)
      ?.interpreters.filter(({ person }) => person.id !== ownId) ?? [];
  const speaking = colleagues.find(({ onAir }) => onAir);
  const speaks = own.microphone === "on";
  const live = booth.onAir && speaks;
  const onStage = booth.toStage && booth.asker !== null && speaks;
  const language = nameOf(booth.language);
  return (
    <section
      aria-label={t("title", { language })}
      data-testid="booth"
      data-on-air={live}
      data-on-stage={onStage}
      data-connected={own.connected}
      className="my-5 flex flex-col gap-4 rounded-xl border border-line bg-card p-4"
    >
      <header className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <h2 className="text-lg font-bold">{t("title", { language })}</h2>
        <BoothClock onAir={live} />
      </header>
      <div className="flex flex-wrap items-center gap-3">
        <span
          className={`rounded-full px-3 py-1 text-sm font-bold ${live || onStage ? "bg-glow text-light-ink" : "bg-line text-soft"}`}
        >
          {t(onStage ? "onStage" : live ? "onAir" : "offAir")}
        </span>
        <Listeners mainRoomId={view.room.family?.mainRoomId ?? view.room.id} language={booth.language} />
        <p role="status" className="min-w-0 flex-1 basis-48 text-sm text-soft">
          {own.connected ? t(onStage ? "allHear" : live ? "heard" : "nobodyHears", { language }) : t("noConnection")}
        </p>
      </div>
      <BoothMicrophone acts={acts} />
      {booth.asker && <SpeakBack asker={booth.asker} language={language} onStage={onStage} acts={acts} />}
      <div className="flex flex-wrap gap-2">
        {onStage ? null : live ? (
          <Button onClick={() => void acts.leaveAir()}>{t("leaveAir")}</Button>
        ) : (
          <Button look="act" onClick={() => void acts.takeAir()} disabled={!own.connected}>
            <span className="written min-w-0">
              {speaking ? t("takeOver", { name: said(speaking.person) }) : t("takeAir")}
            </span>
          </Button>
        )}
      </div>
      <SourceChoice view={view} booth={booth} acts={acts} />
      <Colleagues colleagues={colleagues} onEnd={() => void acts.endInterpreter(selfOf(view, booth, ownId))} />
    </section>
  );
}

/** How many have chosen the language, so that nobody speaks to an empty channel without knowing. Its place is kept until it is known. */
function Listeners({ mainRoomId, language }: { mainRoomId: string; language: string }) {
  const t = useTranslations("interpreting.desk");
  const count = useAudiences(mainRoomId)(language);
  return (
    <p data-testid="booth-listeners" className="min-h-5 min-w-32 text-sm font-semibold">
      {count === null ? null : t("listeners", { count })}
    </p>
  );
}

function selfOf(view: RoomView, booth: Booth, ownId: string) {
  const interpreters = view.channels.find(({ language }) => language === booth.language)?.interpreters ?? [];
  const self = interpreters.find(({ person }) => person.id === ownId);
  if (!self) throw new Error("a booth without its interpreter");
  return self.person;
}

const TROUBLES = ["refused", "missing", "insecure", "silenced"] as const;

/** Open and silent ahead of the hour, so that the first word of a colleague who takes over is heard. */
function BoothMicrophone({ acts }: { acts: InterpretingActs }) {
  const t = useTranslations("interpreting.booth");
  const { microphone, device } = useChannel().booth;
  if (device && microphone !== "silenced") return <LevelMeter device={device} />;
  const trouble = TROUBLES.find((one) => one === microphone);
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <Button busy={microphone === "asking"} onClick={acts.openMicrophone}>
        {t(microphone === "asking" ? "asking" : "microphone")}
      </Button>
      <p className={`min-w-0 flex-1 basis-40 text-sm ${trouble ? "text-stop" : "text-soft"}`}>
        {t(trouble ?? "microphoneHint")}
      </p>
    </div>
  );
}

/** The room itself, or, where nobody understands it, what a colleague makes of it in another language. */
function SourceChoice({ view, booth, acts }: Omit<InterpreterBoothProps, "ownId">) {
  const t = useTranslations("interpreting.booth");
  const nameOf = useLanguageName();
  const { state } = useChannel();
  const others = view.channels.filter(({ language }) => language !== booth.language);
  if (others.length === 0) return null;
  const options = [
    { value: "", text: t("sourceFloor") },
    ...others.map(({ language }) => ({ value: language, text: t("sourceChannel", { language: nameOf(language) }) })),
  ];
  const lost = booth.source !== null && (state === "gone" || state === "nobody");
  return (
    <Field
      id="booth-source"
      label={t("source")}
      error={lost && booth.source !== null ? t("sourceGone", { language: nameOf(booth.source) }) : undefined}
    >
      <Select
        id="booth-source"
        value={booth.source ?? ""}
        onChange={({ target }) => void acts.chooseSource(target.value || null)}
        options={options}
      />
    </Field>
  );
}
