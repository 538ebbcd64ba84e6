import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { languageOptions } from "@/components/room-form/language-options";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import type { HallActs } from "./use-hall-acts";

/** Opens a hall before it is needed: for a language. Full halls open the next one by themselves. */
export function OpenHall({ language, acts }: { language: string; acts: HallActs }) {
  const t = useTranslations("halls");
  const locale = useLocale();
  const [busy, setBusy] = useState(false);
  const open = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const wanted = String(new FormData(event.currentTarget).get("hall-language"));
    setBusy(true);
    await acts.openLanguageHall(wanted);
    setBusy(false);
  };
  return (
    <form onSubmit={open} className="border-t border-line pt-4">
      <Field id="hall-language" label={t("openFor")} hint={t("openHint")}>
        <div className="flex items-center gap-2">
          <Select
            id="hall-language"
            name="hall-language"
            defaultValue={language}
            options={languageOptions(locale, [language])}
          />
          <Button type="submit" busy={busy}>
            {t("open")}
          </Button>
        </div>
      </Field>
    </form>
  );
}
