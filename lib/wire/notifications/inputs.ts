import { z } from "zod";
import { DIGEST_RHYTHMS } from "@/lib/domain/notifications/digest";
import { NOTIFICATION_WISHES } from "@/lib/domain/notifications/settings";
import { time, timeZone } from "@/lib/wire/fields";

/** Query of `GET /api/me/notifications`. `before`: `next` of the page before. */
export const notificationsAsked = z.object({ before: z.string().max(100).optional() });

/** Input of `POST /api/me/notifications/seen`: everything up to then. */
export const seenInput = z.strictObject({ until: time });

const DAY_MINUTES = 24 * 60;

const minute = z
  .int()
  .min(0)
  .max(DAY_MINUTES - 1);

/** Longer than a week is no pause. */
const MAX_PAUSE_HOURS = 7 * 24;

/** Input of `PATCH /api/me/notifications/settings`: what is to change. */
export const notificationChanges = z
  .strictObject({
    /** Cells of the table of kinds and channels. */
    wishes: z.partialRecord(z.enum(NOTIFICATION_WISHES), z.boolean()),
    /** No push and no mail of what I missed for so many hours from now; 0 ends the pause. */
    pauseHours: z.int().min(0).max(MAX_PAUSE_HOURS),
    /** No push between these minutes of the day; null at no time. */
    quiet: z.strictObject({ from: minute, until: minute, zone: timeZone }).nullable(),
    /** How often a mail tells what I missed, in the morning of `zone`. */
    digest: z.strictObject({ rhythm: z.enum(["never", ...DIGEST_RHYTHMS]), zone: timeZone }),
  })
  .partial()
  .refine((changes) => Object.keys(changes).length > 0, { message: "empty" });

/** A browser that takes pushes, as `PushSubscription.toJSON()` says it. */
export const pushSubscriptionInput = z.strictObject({
  endpoint: z.url().max(1_000),
  expirationTime: z.number().nullish(),
  keys: z.strictObject({
    /** A public key of P-256 and a secret, in base64url. */
    p256dh: z.string().regex(/^B[\w-]{86}=?$/, { message: "p256dh" }),
    auth: z.string().regex(/^[\w-]{22}={0,2}$/, { message: "auth" }),
  }),
});

/** Which browser is not to be told any more. */
export const pushEndpointInput = z.strictObject({ endpoint: z.string().max(1_000) });
