import { guestInvitationMail, guestNewsMail, guestRevokedMail, type MailedEpisode } from "@/lib/server/mail/guest-mail";
import { mailWay } from "@/lib/server/mail/send-mail";
import { tryMail } from "@/lib/server/mail/try-mail";
import { db, hotPool } from "@/lib/server/postgres/db";
import { noteStep } from "./note-step";

type Mailed = { id: string; roomId: string; address: string | null; locale: string; invitedById: string };

const EPISODE_SQL = `
SELECT r.id AS "roomId", r.title, r.scheduled_for AS "scheduledFor", coalesce(sh.zone, 'UTC') AS zone,
  coalesce((SELECT p.name FROM person p WHERE p.id = $2::uuid AND p.given_up_at IS NULL), '') AS host
FROM room r LEFT JOIN show sh ON sh.id = r.show_id WHERE r.id = $1::uuid`;

async function episodeOf({ roomId, invitedById }: Mailed): Promise<MailedEpisode | null> {
  const { rows } = await hotPool().query<MailedEpisode>(EPISODE_SQL, [roomId, invitedById]);
  return rows[0] ?? null;
}

/**
 * Mails a link to the guest whose it is, once it is committed, and writes down whether it went. False where it did not, or where there is
 * no address: the host sees that, and passes the link on.
 */
export async function mailInvitation(guest: Mailed, url: string, byId: string): Promise<boolean> {
  if (!guest.address) return false;
  const episode = mailWay() && (await episodeOf(guest));
  const sent = episode ? await tryMail(guest.address, guestInvitationMail(guest.locale, episode, url)) : false;
  await noteStep(guest.id, sent ? "mailed" : "not_mailed", byId);
  return sent;
}

/** Tells a guest to whom a link was mailed that it counts no more. */
export async function mailRevoked(guest: Mailed): Promise<void> {
  const episode = guest.address && mailWay() ? await episodeOf(guest) : null;
  if (episode && guest.address) await tryMail(guest.address, guestRevokedMail(guest.locale, episode));
}

/** Tells the host who invited what their guest answered. Not awaited: it is written down in any case. */
export async function mailHost(
  guest: Mailed & { name: string },
  kind: "accepted" | "declined" | "claimed",
): Promise<void> {
  if (!mailWay()) return;
  const host = await db().person.findUnique({
    where: { id: guest.invitedById },
    select: { email: true, emailVerifiedAt: true },
  });
  if (!host?.email || !host.emailVerifiedAt) return;
  const episode = await episodeOf(guest);
  if (episode) await tryMail(host.email, guestNewsMail(guest.locale, episode, { kind, guest: guest.name }));
}
