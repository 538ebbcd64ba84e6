"use client";

import { useTranslations } from "next-intl";
import type { ApiRefusal } from "@/lib/client/call";

/** What a refused request means to the person and what to do, in their language. */
export function useRefusalText(): (refusal: ApiRefusal) => string {
  const refusals = useTranslations("refusals");
  const common = useTranslations("common");
  return ({ code, facts }) => {
    if (code === "network") return common("offline");
    if (code === "unreadable") return refusals("fault");
    const retryAfterSeconds = Number(facts.retryAfterSeconds ?? 0);
    return refusals(code, { retryAfterSeconds, address: String(facts.address ?? "") });
  };
}
