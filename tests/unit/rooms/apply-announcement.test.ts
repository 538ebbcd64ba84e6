import { describe, expect, it } from "vitest";
import { applyAnnouncement } from "@/lib/client/room/apply-announcement";
import { countPeople, type HeldRoom, holdRoom, recount, renewRoom } from "@/lib/client/room/held-room";
import type { Announcement, RoomHappening } from "@/lib/wire/rooms/announcements";
import { doorAnswer, face, onStage, roomOfAda } from "@/tests/support/scenes/room-of-ada";

const HELD = holdRoom(doorAnswer());

const told = (
  happening: RoomHappening | null,
  { audience = "everyone" as Announcement["audience"], prev = 10, version = 11 } = {},
): Announcement => ({ audience, prev, version, happening, at: "2026-01-01T10:11:00.000Z" });

const apply = (happening: RoomHappening, held: HeldRoom = HELD): HeldRoom =>
  applyAnnouncement(held, told(happening)).held;

const ids = (people: { id: string }[]): string[] => people.map(({ id }) => id);

describe("versions of an announcement", () => {
  it("is applied without a gap when nothing lies between it and what is held", () => {
    const { held, gap } = applyAnnouncement(HELD, told({ type: "microphone_cut", personId: "cleo" }));
    expect(gap).toBe(false);
    expect(held.followed).toEqual({ everyone: 11, moderators: 10, person: 10, main: 0 });
  });

  it("is no gap when numbers in between went to others", () => {
    expect(applyAnnouncement(HELD, told({ type: "room_ended" }, { prev: 7, version: 40 })).gap).toBe(false);
  });

  it("is a gap, and is applied all the same, when something sent before it never came", () => {
    const { held, gap } = applyAnnouncement(HELD, told({ type: "room_ended" }, { prev: 11, version: 12 }));
    expect(gap).toBe(true);
    expect(held.view.room.status).toBe("ended");
  });

  it("changes nothing when it is old news", () => {
    const answer = applyAnnouncement(HELD, told({ type: "room_ended" }, { prev: 8, version: 9 }));
    expect(answer).toEqual({ held: HELD, gap: false });
    expect(answer.held).toBe(HELD);
  });

  it("shows a gap by a heartbeat alone", () => {
    expect(applyAnnouncement(HELD, told(null, { prev: 12, version: 12 })).gap).toBe(true);
    expect(applyAnnouncement(HELD, told(null, { prev: 10, version: 10 })).gap).toBe(false);
  });

  it("follows each audience apart", () => {
    const { held, gap } = applyAnnouncement(HELD, told(null, { audience: "person", prev: 14, version: 14 }));
    expect(gap).toBe(true);
    expect(held.followed).toEqual({ everyone: 10, moderators: 10, person: 14, main: 0 });
  });
});

describe("reading the room again", () => {
  it("changes nothing when the view is older than what was announced", () => {
    const held = apply({ type: "microphone_cut", personId: "cleo" });
    expect(renewRoom(held, roomOfAda(10), held.mine)).toBeNull();
  });

  it("forgets no offer that was announced to me alone while the reading was under way", () => {
    const offered: HeldRoom = { ...HELD, followed: { everyone: 10, moderators: 10, person: 30, main: 0 } };
    expect(renewRoom(offered, roomOfAda(20), HELD.mine)).toBeNull();
  });

  it("keeps the counts that were announced just before it began: what many share may be a second older", () => {
    const counted = { counts: { openSeats: 40, audience: 38, followed: null }, atMs: 10_000 };
    const kept = recount(HELD, counted, 10_200);
    expect(kept?.view).toMatchObject({ room: { openSeats: 40 }, audienceCount: 38 });
    expect(recount(kept as HeldRoom, counted, 10_200)).toBeNull();
    expect(recount(HELD, counted, 11_100)).toBeNull();
    expect(recount(HELD, null, 10_200)).toBeNull();
  });

  it("brings every stream to the view's version", () => {
    const behind: HeldRoom = { ...HELD, followed: { everyone: 10, moderators: 12, person: 20, main: 0 } };
    expect(renewRoom(behind, roomOfAda(20), HELD.mine)?.followed).toEqual({
      everyone: 20,
      moderators: 20,
      person: 20,
      main: 0,
    });
  });
});

describe("what happens in the room", () => {
  it("keeps the club that I was told of, or was not, for as long as the room has one", () => {
    const club = { id: "owls", handle: "owls", name: "Owls" };
    const edited = (knows: typeof club | null, inClub: boolean) => {
      const held = { ...HELD, view: { ...HELD.view, room: { ...HELD.view.room, club: knows } } };
      const { club: _, ...room } = { ...held.view.room, title: "Anew" };
      return apply({ type: "room_edited", room: { ...room, inClub } }, held).view.room;
    };
    expect(edited(club, true)).toMatchObject({ title: "Anew", club });
    expect(edited(club, false)).toMatchObject({ title: "Anew", club: null });
    expect(edited(null, true)).toMatchObject({ title: "Anew", club: null });
  });

  it("somebody comes up: on stage by rank, out of the audience", () => {
    const held = apply({ type: "stage_joined", person: onStage("dev", "moderator", 20) });
    expect(ids(held.view.stage)).toEqual(["ada", "dev", "cleo"]);
    expect(held.view.audience).toEqual([]);
    expect(held.view.audienceCount).toBe(0);
    expect(held.mine.seat?.role).toBe("moderator");
  });

  it("coming up twice is the same as once", () => {
    const once = apply({ type: "stage_joined", person: onStage("dev", "speaker", 20) });
    const twice = applyAnnouncement(
      once,
      told({ type: "stage_joined", person: onStage("dev", "speaker", 20) }, { prev: 11, version: 12 }),
    );
    expect(twice.held.view).toEqual(once.view);
  });

  it("somebody is moved: in the audience, counted there", () => {
    const held = apply({ type: "stage_left", personId: "cleo", reason: "moved" });
    expect(ids(held.view.stage)).toEqual(["ada"]);
    expect(ids(held.view.audience)).toEqual(["dev", "cleo"]);
    expect(held.view.audienceCount).toBe(2);
    expect(held.mine.seat?.role).toBe("listener");
  });

  it("somebody is removed: nowhere any more", () => {
    const { view } = apply({ type: "removed", personId: "cleo" });
    expect([...ids(view.stage), ...ids(view.audience)]).toEqual(["ada", "dev"]);
    expect(view.audienceCount).toBe(1);
  });

  it("a microphone is cut for one person only", () => {
    const { view, mine } = apply({ type: "microphone_cut", personId: "cleo" });
    expect(view.stage.map(({ muted }) => muted)).toEqual([false, true]);
    expect(mine.seat?.muted).toBe(false);
  });

  it("a new moderator stands before the speakers", () => {
    const three = apply({ type: "stage_joined", person: onStage("ben", "speaker", 30) });
    const { held } = applyAnnouncement(
      three,
      told({ type: "role_changed", personId: "ben", role: "moderator" }, { prev: 11, version: 12 }),
    );
    expect(ids(held.view.stage)).toEqual(["ada", "ben", "cleo"]);
  });

  it("a hand is seen in the queue by those who may read it, and by nobody else", () => {
    const hand = {
      person: face("eve"),
      raisedAt: "2026-01-01T10:12:00.000Z",
      question: "",
      parked: false,
      hall: 0,
      picked: null,
    };
    expect(apply({ type: "hand_raised", hand }).mine.hands).toBeNull();
    const moderating: HeldRoom = { ...HELD, mine: { ...HELD.mine, hands: [] } };
    const raised = apply({ type: "hand_raised", hand }, moderating);
    expect(raised.mine.hands).toEqual([hand]);
    expect(raised.mine.handRaisedAt).toBeNull();
    const lowered = applyAnnouncement(
      raised,
      told({ type: "hand_lowered", personId: "eve", reason: "declined" }, { prev: 11, version: 12 }),
    );
    expect(lowered.held.mine.hands).toEqual([]);
  });

  it("an offer is closed by its own end, not by that of an earlier one", () => {
    const offer = { id: "second", offeredBy: face("ada"), expiresAt: "2026-01-01T10:12:30.000Z" };
    const offered = apply({ type: "offer_made", offer });
    const other = applyAnnouncement(
      offered,
      told({ type: "offer_closed", offerId: "first", outcome: "expired" }, { prev: 11, version: 12 }),
    );
    expect(other.held.mine.offer).toEqual(offer);
    const own = applyAnnouncement(
      other.held,
      told({ type: "offer_closed", offerId: "second", outcome: "expired" }, { prev: 12, version: 13 }),
    );
    expect(own.held.mine.offer).toBeNull();
  });

  it("counts change numbers and nobody's face", () => {
    const held = countPeople(HELD, { openSeats: 100, audience: 98, followed: null });
    expect(held.view).toMatchObject({ audienceCount: 98, room: { openSeats: 100 } });
    expect(held.view.audience).toBe(HELD.view.audience);
  });
});
