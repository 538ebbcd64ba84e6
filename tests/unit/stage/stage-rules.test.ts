import { describe, expect, it } from "vitest";
import { declineHand, raiseHand } from "@/lib/domain/hands/hand";
import { rankToRemove, removePerson } from "@/lib/domain/moderation/removal";
import type { Role } from "@/lib/domain/roles";
import { endRoom, endsByItself } from "@/lib/domain/rooms/ending";
import { graceMs, mediaRights, obeys } from "@/lib/domain/seats/seat";
import { acceptOffer, declineOffer, offerStage, withdrawOffer } from "@/lib/domain/stage/offer";
import { changeRole, moveToAudience, mute, unmuteSelf } from "@/lib/domain/stage/stage";

const NOW = new Date("2026-01-01T12:00:00Z");
const secondsAgo = (seconds: number) => new Date(NOW.getTime() - seconds * 1_000);

const person = (personId: string, role: Role) => ({ personId, role, muted: false, kind: "member" as const });
const ada = person("ada", "host");
const ben = person("ben", "moderator");
const cleo = person("cleo", "speaker");
const dev = person("dev", "listener");

const EVERYONE = { mode: "everyone", followed: false } as const;

describe("a hand", () => {
  const never = { openSince: null, declinedAt: null, lately: 0 };

  it("goes up from the audience, and stays up when raised again", () => {
    expect(raiseHand(dev, never, EVERYONE, NOW)).toEqual({ ok: true, value: "raise" });
    expect(raiseHand(dev, { ...never, openSince: secondsAgo(5) }, EVERYONE, NOW)).toEqual({ ok: true, value: "keep" });
  });

  it("goes up in each mode for whom it is, and one that is up is kept", () => {
    expect(raiseHand(dev, never, { mode: "off", followed: true }, NOW)).toMatchObject({ refusal: "hands_off" });
    const followed = { mode: "followed", followed: true } as const;
    expect(raiseHand(dev, never, followed, NOW)).toMatchObject({ value: "raise" });
    const stranger = { mode: "followed", followed: false } as const;
    expect(raiseHand(dev, never, stranger, NOW)).toMatchObject({ refusal: "hands_for_followed" });
    expect(raiseHand(dev, { ...never, openSince: NOW }, stranger, NOW)).toMatchObject({ value: "keep" });
  });

  it("does not go up on stage", () => {
    for (const seat of [ada, ben, cleo])
      expect(raiseHand(seat, never, EVERYONE, NOW)).toMatchObject({ refusal: "already_on_stage" });
  });

  it("waits a minute after it was declined, and no longer", () => {
    const early = raiseHand(dev, { ...never, declinedAt: secondsAgo(45) }, EVERYONE, NOW);
    expect(early).toEqual({ ok: false, refusal: "too_many", facts: { retryAfterSeconds: 15 } });
    expect(raiseHand(dev, { ...never, declinedAt: secondsAgo(60) }, EVERYONE, NOW)).toMatchObject({ value: "raise" });
  });

  it("cannot flood the queue", () => {
    expect(raiseHand(dev, { ...never, lately: 5 }, EVERYONE, NOW)).toMatchObject({ ok: true });
    expect(raiseHand(dev, { ...never, lately: 6 }, EVERYONE, NOW)).toMatchObject({ refusal: "too_many" });
  });

  it("is answered by those who lead, once", () => {
    expect(declineHand(ben, { outcome: null })).toMatchObject({ value: "decline" });
    expect(declineHand(ben, { outcome: "declined" })).toMatchObject({ value: "done" });
    expect(declineHand(ben, { outcome: "offered" })).toMatchObject({ refusal: "no_hand" });
    expect(declineHand(ben, null)).toMatchObject({ refusal: "no_hand" });
    expect(declineHand(cleo, { outcome: null })).toMatchObject({ refusal: "not_allowed" });
  });
});

describe("an offer", () => {
  const open = { outcome: null, expiresAt: new Date(NOW.getTime() + 1) };
  const late = { outcome: null, expiresAt: NOW };
  const closed = (outcome: "accepted" | "declined" | "withdrawn" | "expired") => ({ ...late, outcome });

  it("is made once, and made again when the first has expired", () => {
    expect(offerStage(ada, dev, null, 0, NOW)).toMatchObject({ value: "offer" });
    expect(offerStage(ada, dev, open, 0, NOW)).toMatchObject({ value: "keep" });
    expect(offerStage(ada, dev, late, 0, NOW)).toMatchObject({ value: "offer" });
  });

  it("is made to members in the audience only, by those who lead", () => {
    expect(offerStage(ada, { ...dev, kind: "guest" }, null, 0, NOW)).toMatchObject({ refusal: "not_allowed" });
    expect(offerStage(ada, cleo, null, 0, NOW)).toMatchObject({ refusal: "already_on_stage" });
    expect(offerStage(ada, null, null, 0, NOW)).toMatchObject({ refusal: "not_found" });
    expect(offerStage(cleo, dev, null, 0, NOW)).toMatchObject({ refusal: "not_allowed" });
    expect(offerStage(cleo, null, null, 0, NOW)).toMatchObject({ refusal: "not_allowed" });
  });

  it("brings up whom it was made to, while it is open", () => {
    expect(acceptOffer(dev, open, NOW)).toMatchObject({ value: "come" });
    expect(acceptOffer(dev, late, NOW)).toMatchObject({ refusal: "offer_expired" });
    expect(acceptOffer(dev, closed("expired"), NOW)).toMatchObject({ refusal: "offer_expired" });
    for (const outcome of ["accepted", "declined", "withdrawn"] as const) {
      expect(acceptOffer(dev, closed(outcome), NOW)).toMatchObject({ refusal: "no_offer" });
    }
    expect(acceptOffer(dev, null, NOW)).toMatchObject({ refusal: "no_offer" });
    expect(acceptOffer(cleo, closed("accepted"), NOW)).toMatchObject({ value: "stay" });
  });

  it("is declined and withdrawn twice without harm, but not after it was accepted", () => {
    expect([declineOffer(open), declineOffer(closed("declined"))]).toMatchObject([
      { value: "decline" },
      { value: "done" },
    ]);
    expect(declineOffer(closed("accepted"))).toMatchObject({ refusal: "no_offer" });
    expect(withdrawOffer(ben, open)).toMatchObject({ value: "withdraw" });
    expect(withdrawOffer(ben, closed("expired"))).toMatchObject({ value: "done" });
    expect(withdrawOffer(dev, open)).toMatchObject({ refusal: "not_allowed" });
  });
});

describe("the stage", () => {
  it("is left by oneself, but not by the host", () => {
    expect(moveToAudience(cleo, cleo)).toMatchObject({ value: "stepped_down" });
    expect(moveToAudience(ben, ben)).toMatchObject({ value: "stepped_down" });
    expect(moveToAudience(ada, ada)).toMatchObject({ refusal: "not_allowed" });
    expect(moveToAudience(dev, dev)).toMatchObject({ value: "done" });
  });

  it("is taken from lower ranks only", () => {
    expect(moveToAudience(ben, cleo)).toMatchObject({ value: "moved" });
    expect(moveToAudience(ben, dev)).toMatchObject({ value: "done" });
    expect(moveToAudience(ben, ada)).toMatchObject({ refusal: "not_allowed" });
    expect(moveToAudience(cleo, ben)).toMatchObject({ refusal: "not_allowed" });
    expect(moveToAudience(ben, null)).toMatchObject({ refusal: "not_on_stage" });
    expect(moveToAudience(dev, null)).toMatchObject({ refusal: "not_allowed" });
  });

  it("is muted from above and unmuted by oneself", () => {
    expect(mute(ben, cleo)).toMatchObject({ value: "mute" });
    expect(mute(ben, { ...cleo, muted: true })).toMatchObject({ value: "done" });
    expect(mute(ben, dev)).toMatchObject({ refusal: "not_on_stage" });
    expect(mute(ben, ada)).toMatchObject({ refusal: "not_allowed" });
    expect(unmuteSelf({ ...cleo, muted: true }, "cleo", false)).toMatchObject({ value: "unmute" });
    expect(unmuteSelf(ada, "cleo", false)).toMatchObject({ refusal: "not_allowed" });
    expect(unmuteSelf(dev, "dev", false)).toMatchObject({ refusal: "not_on_stage" });
  });

  it("gets moderators from among its speakers", () => {
    expect(changeRole(ben, cleo, "moderator")).toMatchObject({ value: "change" });
    expect(changeRole(ben, dev, "moderator")).toMatchObject({ refusal: "not_on_stage" });
    expect(changeRole(ada, ben, "speaker")).toMatchObject({ value: "change" });
    expect(changeRole(ben, person("bea", "moderator"), "speaker")).toMatchObject({ refusal: "not_allowed" });
    expect(changeRole(ben, ada, "moderator")).toMatchObject({ refusal: "not_allowed" });
    expect(changeRole(ben, person("bea", "moderator"), "moderator")).toMatchObject({ value: "done" });
  });
});

describe("removal and the end", () => {
  it("whoever left is judged by their last rank, and whoever made the room as its host", () => {
    expect(rankToRemove({ isCreator: false, openRole: null, lastRole: "moderator" })).toBe("moderator");
    expect(rankToRemove({ isCreator: true, openRole: null, lastRole: "listener" })).toBe("host");
    expect(rankToRemove({ isCreator: true, openRole: "speaker", lastRole: "host" })).toBe("speaker");
    expect(rankToRemove({ isCreator: false, openRole: null, lastRole: null })).toBe("listener");
  });

  it("nobody removes themselves", () => {
    expect(removePerson(ada, { ...ada, role: "listener", seated: true, banned: false })).toMatchObject({ ok: false });
  });

  it("a host ends the room, and whoever made it without a seat; a moderator does not", () => {
    const room = { status: "live", createdById: "ada" } as const;
    expect(endRoom(room, "ada", null)).toMatchObject({ value: "end" });
    expect(endRoom({ ...room, status: "ended" }, "ada", null)).toMatchObject({ value: "done" });
    expect(endRoom(room, "ben", ben)).toMatchObject({ refusal: "not_allowed" });
    expect(endRoom(room, "bea", person("bea", "host"))).toMatchObject({ value: "end" });
  });

  it("an empty room ends after five minutes, the demo room never", () => {
    const empty = { status: "live", demo: false, openSeats: 0, emptySince: secondsAgo(300) } as const;
    expect(endsByItself(empty, NOW)).toBe(true);
    expect(endsByItself({ ...empty, emptySince: secondsAgo(299) }, NOW)).toBe(false);
    expect(endsByItself({ ...empty, openSeats: 1 }, NOW)).toBe(false);
    expect(endsByItself({ ...empty, demo: true }, NOW)).toBe(false);
    expect(endsByItself({ ...empty, status: "scheduled" }, NOW)).toBe(false);
  });
});

describe("what a seat means for the media server", () => {
  it("the stage publishes and is seen, the audience is hidden, and a moderator's mute takes the microphone", () => {
    expect(mediaRights({ role: "speaker", muted: false }, false)).toEqual({ publish: true, hidden: false });
    expect(mediaRights({ role: "host", muted: true }, false)).toEqual({ publish: false, hidden: false });
    expect(mediaRights({ role: "listener", muted: false }, false)).toEqual({ publish: false, hidden: true });
  });

  it("who was shown once is not hidden again", () => {
    expect(mediaRights({ role: "listener", muted: false }, true)).toEqual({ publish: false, hidden: false });
    expect(
      obeys(
        { rights: { publish: false, hidden: false }, usual: true, agent: false },
        { role: "listener", muted: false },
      ),
    ).toBe(true);
  });

  it("more than the seat allows is noticed, and less", () => {
    const listener = { role: "listener", muted: false } as const;
    expect(obeys({ rights: { publish: true, hidden: true }, usual: true, agent: false }, listener)).toBe(false);
    expect(obeys({ rights: { publish: false, hidden: true }, usual: false, agent: false }, listener)).toBe(false);
    expect(
      obeys({ rights: { publish: true, hidden: true }, usual: true, agent: false }, { role: "speaker", muted: false }),
    ).toBe(false);
    expect(
      obeys(
        { rights: { publish: false, hidden: false }, usual: true, agent: false },
        { role: "speaker", muted: false },
      ),
    ).toBe(false);
  });

  it("a dropped phone keeps its seat for 20, 60 or 120 seconds", () => {
    expect(["listener", "speaker", "moderator", "host"].map((role) => graceMs(role as Role))).toEqual([
      20_000, 60_000, 60_000, 120_000,
    ]);
  });
});
