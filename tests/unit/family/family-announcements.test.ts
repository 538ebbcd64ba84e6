import { describe, expect, it } from "vitest";
import { applyAnnouncement } from "@/lib/client/room/apply-announcement";
import { countFamily, type HeldRoom, holdRoom, renewRoom } from "@/lib/client/room/held-room";
import type { Announcement, RoomHappening } from "@/lib/wire/rooms/announcements";
import { face, hall, hallAnswer, hallOfAda, onStage, roomOfAda } from "@/tests/support/scenes/room-of-ada";

const HELD = holdRoom(hallAnswer());

const told = (
  happening: RoomHappening | null,
  { audience = "main" as Announcement["audience"], prev = 10, version = 11 } = {},
): Announcement => ({ audience, prev, version, happening, at: "2026-01-01T10:11:00.000Z" });

const apply = (happening: RoomHappening, held: HeldRoom = HELD): HeldRoom =>
  applyAnnouncement(held, told(happening)).held;

const ids = (people: { id: string }[] = []): string[] => people.map(({ id }) => id);

describe("what the main room tells its halls", () => {
  it("changes the stage that is heard and nothing of the hall itself", () => {
    const held = apply({ type: "stage_joined", person: { ...onStage("gil", "speaker", 20), from: 1 } });
    expect(ids(held.view.main?.stage)).toEqual(["ada", "cleo", "gil"]);
    expect(held.view.main?.stage.at(-1)?.from).toBe(1);
    expect(held.view).toEqual({ ...HELD.view, main: held.view.main });
    expect(held.mine).toBe(HELD.mine);
  });

  it("gives nobody in a hall a seat on its stage, though they come up themselves", () => {
    const held = apply({ type: "stage_joined", person: onStage("dev", "speaker", 20) });
    expect(held.mine.seat?.role).toBe("listener");
    expect(ids(held.view.audience)).toEqual(["dev"]);
  });

  it.each([
    { type: "stage_left", personId: "cleo", reason: "stepped_down" },
    { type: "removed", personId: "cleo" },
  ] as const)("takes from the stage whoever leaves it, by $type, and seats them in no hall", (happening) => {
    const held = apply(happening);
    expect(ids(held.view.main?.stage)).toEqual(["ada"]);
    expect(held.view.audienceCount).toBe(HELD.view.audienceCount);
    expect(ids(held.view.audience)).toEqual(["dev"]);
  });

  it("shows roles, mutes and changes of the main room where they belong", () => {
    const muted = apply({ type: "microphone_cut", personId: "cleo" });
    expect(muted.view.main?.stage.find(({ id }) => id === "cleo")?.muted).toBe(true);
    const moderator = apply({ type: "role_changed", personId: "cleo", role: "moderator" });
    expect(moderator.view.main?.stage.find(({ id }) => id === "cleo")?.role).toBe("moderator");
    const room = { ...roomOfAda().room, inClub: false, handMode: "off", stageFirst: true } as const;
    const edited = apply({ type: "room_edited", room });
    expect(edited.view.main?.room).toMatchObject({ handMode: "off", stageFirst: true });
    expect(edited.view.room.handMode).toBe("everyone");
  });

  it("ends the stage and not the hall", () => {
    const held = apply({ type: "room_ended" });
    expect(held.view.main?.room.status).toBe("ended");
    expect(held.view.room.status).toBe("live");
  });

  it("is followed by versions of its own, and shows its gaps like the others", () => {
    const { held, gap } = applyAnnouncement(HELD, told({ type: "room_ended" }, { prev: 11, version: 12 }));
    expect(gap).toBe(true);
    expect(held.followed).toEqual({ everyone: 3, moderators: 3, person: 3, main: 12 });
    expect(held.view.main?.version).toBe(12);
    expect(held.view.version).toBe(3);
    const old = applyAnnouncement(HELD, told({ type: "room_ended" }, { prev: 8, version: 9 }));
    expect(old).toEqual({ held: HELD, gap: false });
  });

  it("is not forgotten by a reading that is older", () => {
    const held = apply({ type: "microphone_cut", personId: "cleo" });
    expect(renewRoom(held, hallOfAda(3, 10), held.mine)).toBeNull();
    expect(renewRoom(held, hallOfAda(3, 11), held.mine)?.followed.main).toBe(11);
  });
});

describe("a family and I", () => {
  it("holds a seat for me in another hall until that offer is closed, and no other one closes it", () => {
    const offer = { id: "offer", hall: { id: "room", number: 0 }, expiresAt: "2026-01-01T10:12:00.000Z" };
    const mine = { audience: "person" as const, prev: 3, version: 4 };
    const { held } = applyAnnouncement(HELD, told({ type: "seat_offered", offer }, mine));
    expect(held.mine.seatOffer).toEqual(offer);
    const close = (offerId: string) =>
      applyAnnouncement(
        held,
        told({ type: "seat_offer_closed", offerId, outcome: "expired" }, { ...mine, prev: 4, version: 5 }),
      ).held.mine.seatOffer;
    expect(close("another")).toEqual(offer);
    expect(close("offer")).toBeNull();
  });

  it("reads a line to every hall, in the main hall and in the others", () => {
    const line = { type: "family_line", by: face("ada"), text: "Five more minutes" } as const;
    const read = { by: face("ada"), text: "Five more minutes", at: "2026-01-01T10:11:00.000Z" };
    expect(apply(line).familyNotice).toEqual(read);
    const inMain = told(line, { audience: "everyone", prev: 3, version: 4 });
    expect(applyAnnouncement(HELD, inMain).held.familyNotice).toEqual(read);
  });

  it("counts the halls as they stand now", () => {
    const halls = [hall("room", 0, 4), hall("hall", 2, 3)];
    expect(countFamily(HELD, { halls, hands: 0, handsVersion: "1" }).view).toEqual({ ...HELD.view, halls });
  });

  it("has a stage of its own once the hall goes on after the talk", () => {
    const room = { ...HELD.view.room, inClub: false, family: null, afterTalkOf: "room" };
    const edited = told({ type: "room_edited", room }, { audience: "everyone", prev: 3, version: 4 });
    expect(applyAnnouncement(HELD, edited).held.view).toMatchObject({ main: null, halls: [], room: { family: null } });
  });

  it("leaves the main room's audience as it is when somebody goes back to where they were called up from", () => {
    const called = { ...onStage("gil", "speaker", 20), from: 1 };
    const held = holdRoom({ ...hallAnswer(), room: { ...roomOfAda(), stage: [onStage("ada", "host"), called] } });
    const left = applyAnnouncement(
      held,
      told({ type: "stage_left", personId: "gil", reason: "stepped_down" }, { audience: "everyone" }),
    );
    expect(ids(left.held.view.stage)).toEqual(["ada"]);
    expect(ids(left.held.view.audience)).toEqual(["dev"]);
  });
});
