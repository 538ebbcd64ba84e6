"use client";

import { useEffect, useRef, useState } from "react";
import { TYPING_PAUSE_MS } from "@/components/ui/typing";
import { call } from "@/lib/client/call";
import type { HandleAnswer } from "@/lib/wire/onboarding/views";

type Checked = HandleAnswer | "asking" | null;

/** Whether a handle can be had, asked for as one types. Null where nothing was asked, or no answer came: saving says it then. */
export function useHandle(): { checked: Checked; check: (wanted: string) => void } {
  const [checked, setChecked] = useState<Checked>(null);
  const asked = useRef<{ wanted: string; timer: ReturnType<typeof setTimeout> } | null>(null);
  useEffect(() => () => clearTimeout(asked.current?.timer), []);
  const check = (wanted: string): void => {
    clearTimeout(asked.current?.timer);
    setChecked("asking");
    const question = { wanted, timer: setTimeout(ask, TYPING_PAUSE_MS) };
    asked.current = question;
    async function ask(): Promise<void> {
      const answer = await call("GET /api/me/handle", { asked: { wanted } });
      // What was typed since counts, whichever answer comes first.
      if (asked.current === question) setChecked(answer.ok ? answer.value : null);
    }
  };
  return { checked, check };
}
