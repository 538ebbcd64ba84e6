import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useRefusalText } from "@/components/frame/use-refusal-text";
import { useTextRefusal } from "@/components/frame/use-text-refusal";
import type { ApiAnswer } from "@/lib/client/call";
import { COMMA } from "@/lib/domain/text/comma";
import type { ClubFields } from "@/lib/wire/clubs/inputs";

const FIELDS = ["name", "handle", "description", "rules", "topics", "languages"] as const;

type FormError = { field: string | null; text: string };

/** Sends what a club's form holds. What is refused stays as it was typed, and the field in question says why and gets the focus. */
export function useClubForm<Value>(
  send: (fields: ClubFields) => Promise<ApiAnswer<Value>>,
  onDone: (value: Value) => void,
) {
  const t = useTranslations("clubs.form");
  const refusalText = useRefusalText();
  const ofText = useTextRefusal();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<FormError | null>(null);
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget;
    setBusy(true);
    setError(null);
    const answer = await send(readForm(new FormData(form)));
    if (answer.ok) return onDone(answer.value);
    setBusy(false);
    if (answer.code === "handle_taken") setError({ field: "handle", text: refusalText(answer) });
    else {
      // Of a list the place stands behind the name.
      const named = String(answer.facts.field ?? "").replace(/\..*$/, "");
      const field = FIELDS.find((one) => one === named) ?? null;
      setError({ field, text: field ? (ofText(answer.facts) ?? t(`errors.${field}`)) : refusalText(answer) });
    }
  };
  return { submit, busy, error };
}

function readForm(fields: FormData): ClubFields {
  const text = (name: string): string => String(fields.get(name) ?? "");
  return {
    name: text("name"),
    handle: text("handle").trim().replace(/^@/, "").toLowerCase(),
    description: text("description"),
    rules: text("rules"),
    topics: text("topics")
      .split(COMMA)
      .map((topic) => topic.trim())
      .filter(Boolean),
    languages: fields.getAll("languages").map(String),
    admission: text("admission") as ClubFields["admission"],
  };
}
