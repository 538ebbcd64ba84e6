import type { Rhythm } from "@/lib/domain/shows/rhythm";

type Recurring = { rule: string | null; firstAt: string | null; zone: string; minutes: number; leftOut: string[] };

/** When a show's episodes are; null for a show whose episodes are all planned by hand. */
export const rhythmOf = ({ rule, firstAt, zone, minutes, leftOut }: Recurring): Rhythm | null =>
  rule !== null && firstAt !== null ? { rule, firstAt, zone, minutes, leftOut } : null;
