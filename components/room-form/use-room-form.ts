"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useRefusalText } from "@/components/frame/use-refusal-text";
import { useTextRefusal } from "@/components/frame/use-text-refusal";
import type { ApiAnswer } from "@/lib/client/call";
import type { RoomLimits } from "@/lib/domain/rooms/room";
import type { RefusalFacts } from "@/lib/domain/ruling";
import type { RoomFields } from "@/lib/wire/rooms/inputs";
import { readRoomForm } from "./read-room-form";

/** The one field that the server refused and why, or a refusal of the whole. */
type FormError = { field: string; text: string } | { field: null; text: string };

/** Sends what a room form holds; whatever is refused stays as it was typed and the field in question gets the focus. */
export function useRoomForm<Value>(
  send: (fields: RoomFields) => Promise<ApiAnswer<Value>>,
  onDone: (value: Value) => void,
  limits: RoomLimits,
) {
  const t = useTranslations("newRoom");
  const refusalText = useRefusalText();
  const ofText = useTextRefusal();
  const [error, setError] = useState<FormError | null>(null);
  const [busy, setBusy] = useState(false);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy) return;
    const target = event.currentTarget;
    setBusy(true);
    setError(null);
    const answer = await send(readRoomForm(target));
    if (answer.ok) return onDone(answer.value);
    setBusy(false);
    const field = fieldOf(answer.code, String(answer.facts.field ?? ""));
    const named = field === null ? null : target.elements.namedItem(field);
    const text = named ? fieldText(field, answer.facts) : refusalText(answer);
    // A row of choices has no line for what is wrong: it is said of the whole form.
    setError(named instanceof HTMLElement && field !== null ? { field, text } : { field: null, text });
    if (named instanceof HTMLElement) named.focus();
  };

  const fieldText = (field: string | null, facts: RefusalFacts): string => {
    if (field === "capacity") return t("errors.capacity", { limit: limits.capacity });
    if (field === "overflowRooms") return t("errors.overflowRooms", { limit: limits.overflowRooms });
    if (field === "reserve") return t("errors.reserve");
    if (field === "kind") return t("errors.kind");
    if (field === "topics") return t("errors.topics");
    return ofText(facts) ?? t("errors.other");
  };

  const errorOf = (field: string): string | undefined => (error?.field === field ? error.text : undefined);
  return { submit, busy, errorOf, formError: error?.field === null ? error.text : undefined };
}

/** `topics.2` is the field `topics`; a capacity below who sits there already is a matter of that field too. */
function fieldOf(code: string, path: string): string | null {
  if (code === "capacity_below_seats") return null;
  return code === "bad_input" ? (path.split(".")[0] ?? null) : null;
}
