import { hashOf } from "@/lib/server/callers/secrets";
import { db } from "@/lib/server/postgres/db";

/** What an address is told of: its title, and its page. */
export type MailReminderFacts = { title: string; path: string };

const FACTS = {
  episode: { select: { room: { select: { id: true, title: true } } } },
  show: { select: { slug: true, title: true } },
} as const;

type Found = { episode: { room: { id: string; title: string } } | null; show: { slug: string; title: string } | null };

/** What the link in a first mail asks about; null where it counts no more. */
export async function mailReminderOf(secret: string): Promise<MailReminderFacts | null> {
  return factsOf(await db().mailReminder.findUnique({ where: { keyHash: hashOf(secret) }, select: FACTS }));
}

/** What the mails to an address are about; null where there are none any more. */
export async function mailReminderById(id: string): Promise<MailReminderFacts | null> {
  return factsOf(await db().mailReminder.findUnique({ where: { id }, select: FACTS }));
}

function factsOf(found: Found | null): MailReminderFacts | null {
  if (found?.show) return { title: found.show.title, path: `/shows/${found.show.slug}` };
  const room = found?.episode?.room;
  return room ? { title: room.title, path: `/rooms/${room.id}` } : null;
}
