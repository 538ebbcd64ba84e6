import { languageOptions } from "@/components/room-form/language-options";

/** The languages somebody speaks, as boxes to tick; a narrow list that scrolls. */
export function LanguageList({ label, locale, chosen }: { label: string; locale: string; chosen: readonly string[] }) {
  return (
    <fieldset>
      <legend className="pb-1.5 font-semibold">{label}</legend>
      <div className="grid max-h-44 grid-cols-2 overflow-y-auto rounded-md border border-edge px-3.5 py-1">
        {languageOptions(locale, chosen).map((language) => (
          <label key={language.value} className="flex min-h-11 cursor-pointer items-center gap-2.5 text-sm">
            <input
              type="checkbox"
              name="languages"
              value={language.value}
              defaultChecked={chosen.includes(language.value)}
              className="size-4.5 accent-ink"
            />
            {language.text}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
