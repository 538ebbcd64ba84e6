import Languages from "lucide-react/icons/languages";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { useSaid } from "@/components/ui/name";
import { Select } from "@/components/ui/select";
import { channelSettings } from "@/lib/client/interpreting/channel-settings";
import type { RoomView } from "@/lib/wire/rooms/views";
import { FloorSlider } from "./floor-slider";
import { RateLanguage } from "./rate-language";
import { useChannel } from "./use-channel";
import type { InterpretingActs } from "./use-interpreting-acts";
import { useLanguageName } from "./use-language-name";

/** The language that one hears the room in, what becomes of it, and how loud the room is beneath. */
export function LanguageBar({ view, acts }: { view: RoomView; acts: InterpretingActs }) {
  const t = useTranslations("interpreting");
  const id = useId();
  const nameOf = useLanguageName();
  const { language, state } = useChannel();
  const options = [
    { value: "floor", text: t("floor") },
    ...view.channels.map((channel) => ({ value: channel.language, text: nameOf(channel.language) })),
  ];
  return (
    <section
      aria-label={t("title")}
      data-testid="languages"
      data-state={state}
      data-language={language ?? ""}
      className="my-5 flex flex-col gap-3 rounded-xl border border-line bg-card p-4"
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <label htmlFor={id} className="flex items-center gap-2 font-semibold">
          <Languages className="size-5 shrink-0" aria-hidden="true" />
          {t("hear")}
        </label>
        <Select
          id={id}
          value={language ?? "floor"}
          onChange={({ target }) => channelSettings.change({ wish: target.value })}
          options={options}
          className="w-auto! min-w-48 flex-1"
        />
      </div>
      <p role="status" className="written text-sm text-soft empty:hidden">
        <HowItStands view={view} />
      </p>
      {language !== null && <FloorSlider />}
      {language !== null && <RateLanguage key={language} hallId={view.room.id} language={language} acts={acts} />}
    </section>
  );
}

function HowItStands({ view }: { view: RoomView }) {
  const t = useTranslations("interpreting");
  const said = useSaid();
  const nameOf = useLanguageName();
  const { language: code, state } = useChannel();
  if (code === null || state === "none") return null;
  const language = nameOf(code);
  const channel = view.channels.find((one) => one.language === code);
  const interpreter = channel?.interpreters.find(({ onAir }) => onAir)?.person;
  return t(state, { language, name: interpreter ? said(interpreter) : "" });
}
