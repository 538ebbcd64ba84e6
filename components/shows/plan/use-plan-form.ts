import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useRefusalText } from "@/components/frame/use-refusal-text";
import { useTextRefusal } from "@/components/frame/use-text-refusal";
import type { ApiAnswer, ApiRefusal } from "@/lib/client/call";

type FormError = { field: string | null; text: string };

/** What the fields of the API are called in the forms, where that is something else. */
const FIELDS: Record<string, string> = { rhythm: "date", when: "date", firstAt: "date", clubId: "club" };

const WITH_TEXTS = [
  "title",
  "slug",
  "description",
  "topics",
  "minutes",
  "date",
  "repeat",
  "zone",
  "kind",
  "club",
  "scope",
] as const;

/** Sends what a form of a show or an episode holds. What is refused stays as it was typed, and the field in question says why and gets the focus. */
export function usePlanForm<Value>(
  send: (form: HTMLFormElement) => Promise<ApiAnswer<Value>>,
  onDone: (value: Value) => void,
) {
  const t = useTranslations("shows.form.errors");
  const refusalText = useRefusalText();
  const ofText = useTextRefusal();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<FormError | null>(null);

  const errorFrom = (refusal: ApiRefusal): FormError => {
    if (refusal.code === "slug_taken") return { field: "slug", text: refusalText(refusal) };
    if (refusal.code !== "bad_input") return { field: null, text: refusalText(refusal) };
    const { reason } = refusal.facts;
    const field = fieldOf(String(refusal.facts.field ?? ""));
    const known = WITH_TEXTS.find((one) => one === field);
    if (reason === "past") return { field, text: t("past") };
    return { field: known ?? null, text: ofText(refusal.facts) ?? t(known ?? "other") };
  };

  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    const form = event.currentTarget;
    setBusy(true);
    setError(null);
    const answer = await send(form);
    if (answer.ok) return onDone(answer.value);
    setBusy(false);
    const found = errorFrom(answer);
    const named = found.field === null ? null : form.elements.namedItem(found.field);
    // A row of choices has no line for what is wrong: it is said of the whole form.
    setError(named instanceof HTMLElement ? found : { ...found, field: null });
    if (named instanceof HTMLElement) named.focus();
  };

  const errorOf = (field: string): string | undefined => (error?.field === field ? error.text : undefined);
  return { submit, busy, errorOf, formError: error?.field === null ? error.text : undefined };
}

/** `rhythm.rule` is the field `repeat`, `when.at` and `rhythm.firstAt` are the day and the hour, `topics.2` is the topics. */
function fieldOf(path: string): string {
  const [first = "", second = ""] = path.split(".");
  if (second === "rule") return "repeat";
  if (second === "zone") return "zone";
  return FIELDS[first] ?? first;
}
