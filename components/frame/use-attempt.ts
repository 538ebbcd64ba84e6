"use client";

import { useCallback } from "react";
import { toast } from "@/components/ui/toast";
import type { Done } from "@/lib/client/call";
import { useRefusalText } from "./use-refusal-text";

/** Answers whether the act was done. An act that answers null had nothing to ask the server. */
export type Attempt = (act: Promise<Done | null>, success?: () => void) => Promise<boolean>;

/** Awaits an act and says plainly where it was refused. */
export function useAttempt(): Attempt {
  const sayRefusal = useRefusalText();
  return useCallback<Attempt>(
    async (act, success) => {
      const answer = await act;
      if (answer && !answer.ok) toast(sayRefusal(answer));
      else success?.();
      return answer?.ok ?? true;
    },
    [sayRefusal],
  );
}
