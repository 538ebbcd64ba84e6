import { z } from "zod";
import { readRule } from "@/lib/domain/shows/read-rule";
import { writeRule } from "@/lib/domain/shows/rule";
import { EPISODE_MINUTES } from "@/lib/domain/shows/show";
import { timeZone } from "@/lib/wire/fields";

/** A weekly show leaves out two in three in four years. */
const MAX_LEFT_OUT = 150;

/** A date that there is, of the years that a show can be planned in. */
const localDate = z.iso
  .date()
  .refine((date) => date >= "2000" && date < "2200", { message: "date" })
  .meta({ description: "A date by the clocks of a zone, of the years 2000 to 2199." });

/** `2026-12-06T21:00`, of a day and a minute that there are. */
const localTime = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d$/, { message: "local_time" })
  .refine((written) => localDate.safeParse(written.slice(0, 10)).success, { message: "local_time" })
  .meta({ description: "A date and a minute by the clocks of a zone, of the years 2000 to 2199." });

/** A refusal of the rule becomes the reason of `bad_input`, with its facts. */
const rule = z
  .string()
  .meta({ description: "An RRULE without DTSTART: daily, weekly, or by a day of the month or of the year." })
  .transform((text, context) => {
    const ruling = readRule(text);
    if (ruling.ok) return writeRule(ruling.value);
    context.addIssue({ code: "custom", message: ruling.refusal, params: ruling.facts });
    return z.NEVER;
  });

/** A rhythm as somebody gives it. What is read is a `Rhythm`. */
export const rhythmInput = z.strictObject({
  rule,
  zone: timeZone.regex(/^[A-Za-z]/, { message: "time_zone" }),
  firstAt: localTime,
  minutes: z.int().min(EPISODE_MINUTES.least).max(EPISODE_MINUTES.most),
  leftOut: z.array(localDate).max(MAX_LEFT_OUT).default([]),
});

/** A rhythm in an answer. */
export const rhythmView = z.object({
  rule: z.string(),
  zone: z.string(),
  firstAt: z.string(),
  minutes: z.int(),
  leftOut: z.array(z.string()),
});
