import { db } from "./db";

const HOUR_MS = 60 * 60 * 1_000;

/** Deletes what has had its time: an hour for webhook receipts, a day for letters of local mode, its own end for the rest. */
export async function prune(now: Date): Promise<void> {
  const hourAgo = new Date(now.getTime() - HOUR_MS);
  const dayAgo = new Date(now.getTime() - 24 * HOUR_MS);
  await db().webhookReceipt.deleteMany({ where: { receivedAt: { lt: hourAgo } } });
  await db().devLetter.deleteMany({ where: { createdAt: { lt: dayAgo } } });
  await db().session.deleteMany({ where: { expiresAt: { lt: now } } });
  await db().signInCode.deleteMany({ where: { expiresAt: { lt: now } } });
}
