import { answerInvitation } from "@/lib/domain/guests/guest";
import type { PersonId } from "@/lib/domain/ids";
import { granted, type Ruling, refused } from "@/lib/domain/ruling";
import { takeOut } from "@/lib/server/acts/take-out";
import { createGuest } from "@/lib/server/admission/guests";
import type { Caller } from "@/lib/server/callers/caller";
import { addressOf } from "@/lib/server/callers/client-address";
import { guestCookie } from "@/lib/server/callers/guest-cookie";
import { giveKey, takeKey } from "@/lib/server/guests/bind-guest";
import { type FoundGuest, findGuest, lockGuest } from "@/lib/server/guests/find-guest";
import { mailHost } from "@/lib/server/guests/mail-guest";
import { noteStep } from "@/lib/server/guests/note-step";
import { defineCommand } from "@/lib/server/http/command";
import { inTransaction } from "@/lib/server/postgres/in-transaction";
import { lockRoom } from "@/lib/server/seats/lock-room";
import { guestAnswerInput } from "@/lib/wire/guests/inputs";
import { invitationAnswer } from "@/lib/wire/guests/views";

type Input = { secret: string; answer: "accept" | "decline"; name?: string };
type AnswerRefusal = "banned" | "link_spent" | "members_only" | "not_allowed" | "not_found" | "room_ended";

/**
 * Accepts or declines an invitation by its link. From then on the link is this person's: somebody without an account is a guest of this
 * browser, by the name that they give. An answer may be changed by who gave it. `not_allowed`: it is somebody else's.
 */
export const answerGuestInvitation = defineCommand({
  who: "anyone",
  limit: "answersOfPerson",
  input: guestAnswerInput,
  output: invitationAnswer,
  refusals: ["banned", "link_spent", "members_only", "not_allowed", "not_found", "room_ended", "too_many"],
  summary: "Accept or decline an invitation as a guest of an episode, by its link",
  run: async ({ caller, input, request }) => {
    const found = await findGuest({ secret: input.secret, caller }, addressOf(request));
    if (!found.ok) return found;
    if (!found.value) return refused("not_found");
    const outlook = answerInvitation(found.value, caller);
    if (!outlook.ok) return outlook;
    const made = caller === null && input.answer === "accept" ? await createGuest(request) : null;
    if (made && !made.ok) return made;
    const person = made?.value ?? caller;
    const answered = await answer(found.value, person, input);
    if (!answered.ok) return answered;
    const { guest, changed, out } = answered.value;
    if (out) await takeOut(guest.roomId, out, { by: out, reason: "left" });
    if (changed) await mailHost(guest, input.answer === "accept" ? "accepted" : "declined");
    const state = input.answer === "accept" ? ("accepted" as const) : ("declined" as const);
    return { ...granted({ roomId: guest.roomId, state }), cookies: made ? [guestCookie(made.value.id)] : [] };
  },
});

type Answered = { guest: FoundGuest & { address: null; locale: string }; changed: boolean; out: PersonId | null };

function answer(found: FoundGuest, person: Caller | null, input: Input): Promise<Ruling<Answered, AnswerRefusal>> {
  return inTransaction(async (tx) => {
    await lockRoom(tx, found.roomId);
    const guest = await lockGuest(tx, { secret: input.secret, caller: person });
    if (!guest) return refused("not_found");
    const ruled = answerInvitation(guest, person);
    if (!ruled.ok) return ruled;
    const { id, roomId } = guest;
    const accepts = input.answer === "accept";
    if (person) {
      const ban = { roomId, personId: person.id, liftedAt: null };
      if ((await tx.roomBan.count({ where: ban })) > 0) return refused("banned");
      const others = { roomId, personId: person.id, id: { not: id }, state: { not: "revoked" as const } };
      if ((await tx.episodeGuest.count({ where: others })) > 0) return refused("not_allowed");
    }
    const before = await tx.episodeGuest.findUniqueOrThrow({ where: { id } });
    const state = accepts ? "accepted" : "declined";
    // Who declines in passing leaves the link to who accepts it.
    const personId = accepts ? (person?.id ?? null) : guest.personId;
    const named = accepts && person?.kind === "guest" && input.name ? { name: input.name } : {};
    await tx.episodeGuest.update({ where: { id }, data: { ...named, state, personId, answeredAt: new Date() } });
    if (named.name && person) await tx.person.update({ where: { id: person.id }, data: named });
    if (accepts && person) await giveKey(tx, guest, person.id);
    if (!accepts && guest.personId) await takeKey(tx, roomId, guest.personId);
    const changed = before.state !== state;
    if (changed) await noteStep(id, state, person?.kind === "member" ? person.id : null, tx);
    const out = !accepts && changed ? (guest.personId as PersonId | null) : null;
    return granted({ guest: { ...guest, ...named, address: null, locale: before.locale }, changed, out });
  });
}
