import { relayIdentity } from "@/lib/domain/family/relay";
import { HANDLE_HELD_MS } from "@/lib/domain/people/handle";
import { recorderIdentity } from "@/lib/domain/recording/recorder";
import { db } from "./db";

const DAY_MS = 24 * 60 * 60 * 1_000;

/** Nobody writes to the guest of an evening so long after it. */
const GUEST_ADDRESS_KEPT_MS = 30 * DAY_MS;

/**
 * Deletes expired rows: mail of local mode, places in line and addresses that nobody confirmed or that are told no more after a day,
 * addresses of past guests after a month, the rest at its own end.
 */
export async function prune(now: Date): Promise<void> {
  const dayAgo = new Date(now.getTime() - DAY_MS);
  await db().devLetter.deleteMany({ where: { createdAt: { lt: dayAgo } } });
  await db().ticket.deleteMany({ where: { polledAt: { lt: dayAgo } } });
  await db().session.deleteMany({ where: { expiresAt: { lt: now } } });
  // A family that ended needs no relay any more.
  const lapsed = { OR: [{ leaseUntil: null }, { leaseUntil: { lt: dayAgo } }] };
  await db().workLease.deleteMany({ where: { name: { startsWith: relayIdentity("") }, ...lapsed } });
  // One that runs still is taken up again under a later fence than the one before.
  await db().$executeRaw`
    DELETE FROM work_lease l WHERE l.name LIKE ${`${recorderIdentity("")}%`} AND (l.lease_until IS NULL OR l.lease_until < ${dayAgo})
      AND NOT EXISTS (SELECT FROM recording g WHERE g.stopped_at IS NULL AND l.name = ${recorderIdentity("")} || g.room_id)`;
  await db().givenUpHandle.deleteMany({ where: { givenUpAt: { lt: new Date(now.getTime() - HANDLE_HELD_MS) } } });
  await db().signInCode.deleteMany({ where: { expiresAt: { lt: now } } });
  await db().addressCode.deleteMany({ where: { expiresAt: { lt: now } } });
  // An address is kept for no longer than its owner may say yes, or there is something to tell it.
  await db().mailReminder.deleteMany({
    where: {
      OR: [
        { confirmedAt: null, askedAt: { lt: dayAgo } },
        { episode: { room: { endedAt: { lt: dayAgo } } } },
        { show: { endedAt: { lt: dayAgo } } },
      ],
    },
  });
  const over = { room: { endedAt: { lt: new Date(now.getTime() - GUEST_ADDRESS_KEPT_MS) } } };
  await db().episodeGuest.updateMany({ where: { address: { not: null }, episode: over }, data: { address: null } });
}
