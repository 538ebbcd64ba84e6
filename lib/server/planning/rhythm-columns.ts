import type { ShowFields } from "@/lib/wire/shows/inputs";

/** What a rhythm is as columns of a show. */
export const rhythmColumns = (rhythm: ShowFields["rhythm"]) => ({
  rule: rhythm?.rule ?? null,
  firstAt: rhythm?.firstAt ?? null,
  leftOut: rhythm?.leftOut ?? [],
});
