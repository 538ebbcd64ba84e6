import Languages from "lucide-react/icons/languages";
import SlidersHorizontal from "lucide-react/icons/sliders-horizontal";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { buttonClass } from "@/components/ui/button";
import { PopoverLayer } from "@/components/ui/layers/popover-layer";
import { useSaid } from "@/components/ui/name";
import { Select } from "@/components/ui/select";
import { channelSettings } from "@/lib/client/interpreting/channel-settings";
import type { RoomView } from "@/lib/wire/rooms/views";
import { FloorSlider, useFloorWorks } from "./floor-slider";
import { useChannel } from "./use-channel";
import { useLanguageName } from "./use-language-name";

const OPTIONS = "language-options";

/** The language that one hears the room in, what becomes of it, and how loud the room is beneath. It is always as high as this. */
export function LanguageBar({ view }: { view: RoomView }) {
  const t = useTranslations("interpreting");
  const id = useId();
  const nameOf = useLanguageName();
  const floorWorks = useFloorWorks();
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
      className="my-5 flex flex-col gap-1 rounded-xl border border-line bg-card px-4 py-2"
    >
      <div className="flex items-center gap-x-3">
        <label htmlFor={id} className="flex shrink-0 items-center gap-2 font-semibold">
          <Languages className="size-5" aria-hidden="true" />
          <span className="max-sm:sr-only">{t("hear")}</span>
        </label>
        <Select
          id={id}
          value={language ?? "floor"}
          onChange={({ target }) => channelSettings.change({ wish: target.value })}
          options={options}
          className="w-auto! min-w-0 flex-1"
        />
        {floorWorks && (
          <button
            type="button"
            popoverTarget={OPTIONS}
            aria-label={t("options")}
            title={t("options")}
            className={buttonClass("quiet", "icon")}
          >
            <SlidersHorizontal className="size-5" aria-hidden="true" />
          </button>
        )}
      </div>
      <p role="status" className="written line-clamp-2 text-sm text-soft max-sm:min-h-10 sm:min-h-5">
        <HowItStands view={view} />
      </p>
      <div
        id={OPTIONS}
        popover="auto"
        className="inset-x-4 m-auto max-w-sm rounded-lg border border-line bg-raised p-4 text-ink shadow-float open:animate-rise"
      >
        <FloorSlider />
      </div>
      <PopoverLayer id={OPTIONS} />
    </section>
  );
}

function HowItStands({ view }: { view: RoomView }) {
  const t = useTranslations("interpreting");
  const said = useSaid();
  const nameOf = useLanguageName();
  const { language: code, state } = useChannel();
  if (code === null || state === "none") return t("asSpoken");
  const language = nameOf(code);
  const channel = view.channels.find((one) => one.language === code);
  const interpreter = channel?.interpreters.find(({ onAir }) => onAir)?.person;
  return t(state, { language, name: interpreter ? said(interpreter) : "" });
}
