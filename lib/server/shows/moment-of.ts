import { Temporal } from "temporal-polyfill";

/** The moment that a local time, `2026-12-06T21:00`, is in a zone. One that the clocks leave out is as much later as they are moved, one that comes twice is the first. */
export const momentOf = (local: string, zone: string): Date =>
  new Date(
    Temporal.PlainDateTime.from(local).toZonedDateTime(zone, { disambiguation: "compatible" }).epochMilliseconds,
  );

/** What a clock in a zone shows at a moment, to the minute. */
export const clockAt = (at: Date, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: "minute" });
