import { describe, expect, it } from "vitest";
import type { PersonId, RoomId } from "@/lib/domain/ids";
import { removePerson } from "@/lib/domain/moderation/removal";
import { editRoom } from "@/lib/domain/rooms/editing";
import { sightOf, type VisibilityFacts } from "@/lib/domain/rooms/visibility";
import { granted } from "@/lib/domain/ruling";
import { admit, type DoorRoom } from "@/lib/domain/seats/admission";

const stranger: VisibilityFacts = {
  kind: "closed",
  isCreator: false,
  invitedToFamily: false,
  seatedInFamily: false,
  inClub: false,
  banned: false,
  hostBlocked: false,
  isAdmin: false,
};

describe("what somebody sees of a room", () => {
  it.each([
    ["a stranger, an open room", { kind: "open" }, "room"],
    ["a stranger, a social room", { kind: "social" }, "room"],
    ["a stranger, a closed room", {}, "nothing"],
    ["its creator, a closed room", { isCreator: true }, "room"],
    ["the invited, a closed room", { invitedToFamily: true }, "room"],
    ["who sits in its family, a closed room", { seatedInFamily: true }, "room"],
    ["a stranger, a room for members", { kind: "members" }, "nothing"],
    ["a member of its club, a room for members", { kind: "members", inClub: true }, "room"],
    ["a member of its club, a closed room", { inClub: true }, "nothing"],
    ["its creator, a room for members of a club that they left", { kind: "members", isCreator: true }, "room"],
    ["the invited, a room for members", { kind: "members", invitedToFamily: true }, "room"],
    ["a member of its club whom its moderators put out", { kind: "members", inClub: true, banned: true }, "removed"],
    ["a member who has a block with its host", { kind: "members", inClub: true, hostBlocked: true }, "nothing"],
    ["the banned, an open room", { kind: "open", banned: true }, "removed"],
    ["the banned who are invited", { invitedToFamily: true, banned: true }, "removed"],
    ["the banned who made it", { isCreator: true, banned: true }, "removed"],
    ["who has a block with its host, an open room", { kind: "open", hostBlocked: true }, "nothing"],
    ["who was put out, and has a block with its host", { banned: true, hostBlocked: true }, "nothing"],
    ["who sits there, and has a block with its host", { seatedInFamily: true, hostBlocked: true }, "nothing"],
    ["an admin who has a block with its host", { hostBlocked: true, isAdmin: true }, "room"],
    ["an admin, a closed room", { isAdmin: true }, "room"],
    ["an admin whom a moderator banned", { isAdmin: true, banned: true }, "room"],
  ] as const)("%s", (_, facts, sight) => {
    expect(sightOf({ ...stranger, ...facts })).toBe(sight);
  });
});

const room: DoorRoom = {
  id: "room" as RoomId,
  title: "Night trains",
  kind: "open",
  status: "live",
  guestsAllowed: true,
  createdById: "ada" as PersonId,
  language: "en",
  mainRoomId: null,
  overflowLimit: 0,
  capacity: 10,
  reserve: 0,
  openSeats: 2,
  stageSeats: 1,
  leaderSeats: 1,
  hostSeats: 1,
};
const hall: DoorRoom = { ...room, id: "hall" as RoomId, mainRoomId: room.id };
const eve = { personId: "eve" as PersonId, kind: "member", seat: null, banned: false, invited: false } as const;
const arrival = { ...eve, followedByLeader: false };

describe("the door", () => {
  it("lets whoever sits in a hall of a closed family into its other halls, and nobody else", () => {
    const seat = { roomId: hall.id, role: "listener" } as const;
    const closed = { ...room, kind: "closed" } as const;
    expect(admit(closed, { ...arrival, seat }, { ...hall, kind: "closed" })).toMatchObject({ ok: true });
    expect(
      admit(closed, { ...arrival, seat: { ...seat, roomId: "far" as RoomId } }, { ...room, id: "far" as RoomId }),
    ).toMatchObject({
      refusal: "not_found",
    });
  });

  it("lets an admin into any room, and says so where nobody else would have come in", () => {
    const sat = (more: object = {}) => granted({ act: "sit", role: "listener", leaving: null, ...more });
    const admin = { ...arrival, admin: true };
    expect(admit({ ...room, kind: "closed" }, admin, null)).toEqual(sat({ asAdmin: true }));
    expect(admit({ ...room, kind: "social" }, admin, null)).toEqual(sat({ asAdmin: true }));
    expect(admit(room, { ...admin, banned: true }, null)).toEqual(sat({ asAdmin: true }));
    expect(admit(room, admin, null)).toEqual(sat());
    expect(admit({ ...room, status: "ended" }, admin, null)).toMatchObject({ refusal: "room_ended" });
  });

  it("keeps new guests of a barred network out, and neither members nor whoever is in", () => {
    const guest = { ...arrival, kind: "guest", networkBarred: true } as const;
    expect(admit(room, guest, null)).toMatchObject({ refusal: "network_barred" });
    expect(admit(room, { ...guest, kind: "member" }, null)).toMatchObject({ ok: true });
    const seat = { roomId: hall.id, role: "listener" } as const;
    expect(admit(room, { ...guest, seat }, hall)).toMatchObject({ ok: true });
    expect(admit(room, { ...guest, seat: { ...seat, roomId: room.id } }, null)).toEqual(granted({ act: "keep" }));
  });

  it("lets a guest go on within the family when guests are switched off, and no new one in", () => {
    const members = { ...room, guestsAllowed: false };
    const guest = { ...arrival, kind: "guest" } as const;
    expect(admit(members, guest, null)).toMatchObject({ refusal: "guests_not_allowed" });
    expect(admit(members, { ...guest, seat: { roomId: hall.id, role: "listener" } }, hall)).toMatchObject({ ok: true });
  });
});

describe("removing", () => {
  const ben = { personId: "ben", role: "moderator" } as const;
  const target = { personId: "eve", role: "listener", seated: true, banned: false } as const;

  it("is nothing for an admin, who enters any room", () => {
    expect(removePerson(ben, { ...target, isAdmin: true })).toMatchObject({ refusal: "not_allowed" });
  });

  it("puts the room to members only where whoever removes may edit it", () => {
    const shut = { guests: "members_only", isMainRoom: true } as const;
    expect(removePerson(ben, target, shut)).toEqual(granted("remove"));
    expect(removePerson(ben, target, { ...shut, isMainRoom: false })).toMatchObject({ refusal: "not_allowed" });
  });
});

it("whom a family lets in is changed in its main room alone", () => {
  const details = {
    status: "live",
    createdById: "ada",
    openSeats: 1,
    kind: "closed",
    clubId: null,
    guestsAllowed: true,
  } as const;
  const seat = { personId: "ben", role: "moderator" } as const;
  const inHall = { ...details, mainRoomId: "room" };
  expect(editRoom(inHall, "ben", seat, { kind: "open" })).toMatchObject({ refusal: "not_allowed" });
  expect(editRoom(inHall, "ben", seat, { guestsAllowed: false })).toMatchObject({ refusal: "not_allowed" });
  expect(editRoom(inHall, "ben", seat, { kind: "closed", capacity: 5 })).toMatchObject({ ok: true });
  expect(editRoom({ ...details, mainRoomId: null }, "ben", seat, { kind: "open" })).toMatchObject({ ok: true });
});

it("a room is for the members of its club alone, and of no club at all for nobody's", () => {
  const details = { status: "live", createdById: "ada", openSeats: 1, kind: "open", guestsAllowed: true } as const;
  const main = { ...details, mainRoomId: null };
  const change = { kind: "members" } as const;
  expect(editRoom({ ...main, clubId: null }, "ada", null, change)).toMatchObject({ refusal: "bad_input" });
  expect(editRoom({ ...main, clubId: "club" }, "ada", null, change)).toMatchObject({ ok: true });
});
