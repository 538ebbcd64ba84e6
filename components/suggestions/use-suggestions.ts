"use client";

import { useTranslations } from "next-intl";
import { useCallback, useEffect, useState } from "react";
import { useAttempt } from "@/components/frame/use-attempt";
import { toast } from "@/components/ui/toast";
import { call } from "@/lib/client/call";
import { hallwayApi } from "@/lib/client/hallway/hallway-api";
import { isolated } from "@/lib/domain/text/isolated";
import type { Suggestion } from "@/lib/wire/suggestions/views";

type Row = Suggestion & { isFollowed: boolean };

/** Whom the reader might follow. Following and sending away are shown at once, and put right where the server refuses. */
export function useSuggestions() {
  const t = useTranslations("hallway.suggestions");
  const common = useTranslations("common");
  const attempt = useAttempt();
  const [rows, setRows] = useState<Row[] | "reading" | "failed">("reading");

  const read = useCallback(async () => {
    setRows("reading");
    const answer = await call("GET /api/me/suggestions");
    setRows(answer.ok ? answer.value.suggestions.map((one) => ({ ...one, isFollowed: false })) : "failed");
  }, []);
  useEffect(() => void read(), [read]);

  const change = (next: (rows: Row[]) => Row[]) => setRows((now) => (typeof now === "string" ? now : next(now)));
  const setFollowed = (id: string, isFollowed: boolean) =>
    change((now) => now.map((row) => (row.person.id === id ? { ...row, isFollowed } : row)));

  const toggleFollow = async ({ person: { id }, isFollowed }: Row) => {
    setFollowed(id, !isFollowed);
    const act = isFollowed ? "DELETE /api/people/:personId/follow" : "POST /api/people/:personId/follow";
    if (!(await attempt(call(act, { params: { personId: id } })))) setFollowed(id, isFollowed);
  };
  const sendAway = async (row: Row, place: number) => {
    const { id, name } = row.person;
    const back = () => change((now) => now.toSpliced(place, 0, row));
    change((now) => now.filter(({ person }) => person.id !== id));
    if (!(await attempt(hallwayApi.dismissSuggestion(id)))) return back();
    const run = () => {
      back();
      void attempt(hallwayApi.suggestAgain(id));
    };
    toast(t("dismissed", { name: isolated(name) }), { text: common("undo"), run });
  };
  return { rows, read, toggleFollow, sendAway };
}
