"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import type { RefusalFacts } from "@/lib/domain/ruling";

const REASONS = ["too_short", "too_long", "nothing_to_see", "name_of_rank"] as const;

/** Why a text cannot be taken, from the facts of `bad_input`: which character, how long it may be. Null where it is no such reason. */
export function useTextRefusal(): (facts: RefusalFacts) => string | null {
  const t = useTranslations("common.text");
  return useCallback(
    ({ reason, max, character }) => {
      const known = REASONS.find((one) => one === reason);
      if (!known) return null;
      if (known === "too_long") return typeof max === "number" ? t("too_long", { max }) : t("too_heavy");
      return t(known, { character: String(character ?? "") });
    },
    [t],
  );
}
