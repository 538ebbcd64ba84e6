import { localTime } from "@/lib/domain/notifications/zoned-time";

/** What begins before that hour of the night still belongs to the evening before. */
const NIGHT_ENDS_MINUTE = 4 * 60;

const DAY_MS = 24 * 60 * 60_000;

export const EVENINGS = ["today", "week", "later"] as const;

/** Which part of what is to come. `today` goes on until four at night. `week`: the six days after it. */
export type Evening = (typeof EVENINGS)[number];

/** Where something stands among what is to come, by the reader's clock. What has begun is still today's. */
export function eveningOf(at: Date, now: Date, zone: string): Evening {
  const begins = localTime(at, zone);
  const evening = dayOf(begins) - (begins.minute < NIGHT_ENDS_MINUTE ? DAY_MS : 0);
  const days = Math.round((evening - dayOf(localTime(now, zone))) / DAY_MS);
  if (days <= 0) return "today";
  return days < 7 ? "week" : "later";
}

const dayOf = ({ year, month, day }: ReturnType<typeof localTime>): number => Date.UTC(year, month - 1, day);
