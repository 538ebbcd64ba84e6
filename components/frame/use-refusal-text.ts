"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import type { ApiRefusal } from "@/lib/client/call";
import { useTextRefusal } from "./use-text-refusal";

/** What a refused request means to the person and what to do, in their language. */
export function useRefusalText(): (refusal: ApiRefusal) => string {
  const refusals = useTranslations("refusals");
  const common = useTranslations("common");
  const ofText = useTextRefusal();
  return useCallback(
    ({ code, facts }) => {
      if (code === "network") return common("offline");
      if (code === "unreadable") return refusals("fault");
      if (code === "no_webrtc") return common("noWebrtc");
      if (code === "bad_input") return ofText(facts) ?? refusals(code);
      const retryAfterSeconds = Number(facts.retryAfterSeconds ?? 0);
      const { address = "", limit = 0, megabytes = 0, megapixels = 0 } = facts;
      return refusals(code, {
        retryAfterSeconds,
        address: String(address),
        limit: Number(limit),
        megabytes: Number(megabytes),
        megapixels: Number(megapixels),
      });
    },
    [refusals, common, ofText],
  );
}
