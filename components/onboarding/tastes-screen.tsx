"use client";

import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useRefusalText } from "@/components/frame/use-refusal-text";
import { LanguageList } from "@/components/profile/language-list";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { call } from "@/lib/client/call";
import { topicKey } from "@/lib/domain/hallway/filter";
import { ScreenActs } from "./screen-acts";
import { useScreen } from "./use-screen";

const MOST_TOPICS = 5;

type TastesScreenProps = {
  topics: readonly string[];
  /** Of theirs, or those that their browser prefers. */
  languages: readonly string[];
  /** What rooms here are often about. */
  often: readonly string[];
  next: string;
};

/** What somebody new likes to hear about, and in which languages. */
export function TastesScreen({ topics, languages, often, next }: TastesScreenProps) {
  const t = useTranslations("welcome.tastes");
  const locale = useLocale();
  const { kept, formKey, onChange, goOn } = useScreen("tastes", next);
  const { submit, busy, error } = useSaveTastes(goOn);
  const known = new Set(often.map(topicKey));
  const mine = new Set((kept?.topics ?? topics).map(topicKey));
  const own = kept?.own?.[0] ?? topics.filter((topic) => !known.has(topicKey(topic))).join(", ");
  return (
    <form key={formKey} onSubmit={submit} onChange={onChange} noValidate className="flex flex-col gap-6">
      {often.length > 0 && (
        <fieldset>
          <legend className="pb-2 font-semibold">{t("often")}</legend>
          <div className="flex flex-wrap gap-2">
            {often.map((topic) => (
              <label
                key={topic}
                className="inline-flex min-h-11 max-w-full cursor-pointer items-center rounded-full border border-line bg-card px-4 hover:border-edge has-checked:border-transparent has-checked:bg-act has-checked:text-on-act has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-ink"
              >
                <input
                  type="checkbox"
                  name="topics"
                  value={topic}
                  defaultChecked={mine.has(topicKey(topic))}
                  className="sr-only"
                />
                <bdi className="written truncate">{topic}</bdi>
              </label>
            ))}
          </div>
        </fieldset>
      )}
      <Field id="own" label={t(often.length > 0 ? "own" : "topics")} hint={t("ownHint")} error={error ?? undefined}>
        <Input id="own" name="own" defaultValue={own} invalid={error !== null} autoComplete="off" />
      </Field>
      <LanguageList label={t("languages")} locale={locale} chosen={kept ? (kept.languages ?? []) : languages} />
      <ScreenActs busy={busy} onSkip={goOn} />
    </form>
  );
}

function useSaveTastes(goOn: () => void) {
  const t = useTranslations("welcome.tastes");
  const profile = useTranslations("profile.errors");
  const refusalText = useRefusalText();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const typed = String(fields.get("own"))
      .split(",")
      .map((topic) => topic.trim())
      .filter(Boolean);
    const wanted = [...fields.getAll("topics").map(String), ...typed];
    const topics = [...new Map(wanted.map((topic) => [topicKey(topic), topic])).values()];
    if (topics.length > MOST_TOPICS) return setError(t("tooMany"));
    setBusy(true);
    setError(null);
    const languages = fields.getAll("languages").map(String);
    const answer = await call("PATCH /api/me", { input: { topics, languages } });
    setBusy(false);
    if (answer.ok) return goOn();
    const field = String(answer.facts.field ?? "").replace(/\..*$/, "");
    if (answer.code === "bad_input" && (field === "topics" || field === "languages")) return setError(profile(field));
    setError(refusalText(answer));
  };
  return { submit: (event: FormEvent<HTMLFormElement>) => void submit(event), busy, error };
}
