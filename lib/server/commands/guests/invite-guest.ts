import { MAX_GUESTS } from "@/lib/domain/guests/guest";
import type { PersonId } from "@/lib/domain/ids";
import { readHandle } from "@/lib/domain/people/read-handle";
import { granted, type Ruling, refused } from "@/lib/domain/ruling";
import { canWithShow } from "@/lib/domain/shows/show-permissions";
import { normalizeAddress } from "@/lib/domain/sign-in/email-address";
import { actOnEpisode } from "@/lib/server/acts/act-on-episode";
import { makeGuestLink } from "@/lib/server/guests/guest-link";
import { mailInvitation } from "@/lib/server/guests/mail-guest";
import { noteStep } from "@/lib/server/guests/note-step";
import { defineCommand } from "@/lib/server/http/command";
import { localeOf } from "@/lib/server/mail/locale-of";
import { ringPerson } from "@/lib/server/notify/ring-person";
import { tellOfShow } from "@/lib/server/notify/tell-of-show";
import { db } from "@/lib/server/postgres/db";
import { prismaSql } from "@/lib/server/postgres/sql";
import { guestView } from "@/lib/server/queries/guests/guests-of";
import { visiblePeople } from "@/lib/server/queries/people/person-visibility";
import { inviteGuestInput } from "@/lib/wire/guests/inputs";
import { freshGuestLink } from "@/lib/wire/guests/views";

/**
 * Invites a guest to an episode's stage: a member by handle, whose account alone accepts; somebody by name and address, to whom the link is
 * mailed; or a bare link. A member is told in the app and by push, too. The link is told this once, and only its hash kept.
 */
export const inviteGuest = defineCommand({
  who: "member",
  limit: "guestsOfPerson",
  input: inviteGuestInput,
  output: freshGuestLink,
  refusals: ["bad_input", "guests_full", "not_allowed", "not_found", "room_ended", "too_many"],
  status: 201,
  summary: "Invite a guest to a planned room, by handle, by name and address, or by a bare link",
  run: async (ask) => {
    const { caller, input, request } = ask;
    const whom = await readWhom(caller.id, input);
    if (!whom.ok) return whom;
    const { shown, words } = input;
    const accountNeeded = input.accountNeeded || whom.value.personId !== null;
    const made = await actOnEpisode(ask, async ({ tx, roomId, room, actor }) => {
      if (!canWithShow(actor.role, "inviteGuest")) return refused("not_allowed");
      if (room.status === "ended") return refused("room_ended");
      const guests = await tx.episodeGuest.findMany({ where: { roomId, state: { not: "revoked" } } });
      if (guests.length >= MAX_GUESTS) return refused("guests_full", { limit: MAX_GUESTS });
      const { personId } = whom.value;
      if (personId && guests.some((guest) => guest.personId === personId))
        return refused("bad_input", { field: "handle", reason: "guest_already" });
      const place = Math.max(0, ...guests.map((guest) => guest.place)) + 1;
      const facts = { ...whom.value, shown, words, accountNeeded, place, locale: localeOf(request) };
      const guest = await tx.episodeGuest.create({ data: { ...facts, roomId, invitedById: caller.id } });
      const url = await makeGuestLink(tx, guest.id);
      await noteStep(guest.id, "invited", caller.id, tx);
      // The invitation's own row tells them in the app; with it is committed that they are pushed to.
      if (personId) await tellOfShow(prismaSql(tx), { personId, byId: caller.id, guestId: guest.id });
      return granted({ guest, url });
    });
    if (!made.ok) return made;
    const { guest, url } = made.value;
    if (guest.personId) ringPerson(guest.personId as PersonId);
    const mailed = await mailInvitation(guest, url, caller.id);
    return granted({ guest: await guestView(guest.id), url, mailed });
  },
});

type Whom = { name: string; personId: PersonId | null; address: string | null };

/** Either a member whom the caller may know of, to whose confirmed address the link goes, or a name. */
async function readWhom(
  callerId: string,
  { handle, name, address }: { handle?: string; name?: string; address?: string },
): Promise<Ruling<Whom, "bad_input" | "not_found">> {
  if (handle === undefined) {
    if (!name) return refused("bad_input", { field: "name", reason: "name_or_handle" });
    const mailbox = address ? normalizeAddress(address) : null;
    if (address && !mailbox) return refused("bad_input", { field: "address", reason: "address" });
    return granted({ name, personId: null, address: mailbox });
  }
  const spelt = readHandle(handle);
  const select = { id: true, name: true, email: true, emailVerifiedAt: true } as const;
  const person = spelt && (await db().person.findUnique({ where: { handle: spelt }, select }));
  if (!person || !(await visiblePeople(callerId, [person.id])).has(person.id)) return refused("not_found");
  const confirmed = person.emailVerifiedAt === null ? null : person.email;
  return granted({ name: name ?? person.name, personId: person.id as PersonId, address: confirmed });
}
