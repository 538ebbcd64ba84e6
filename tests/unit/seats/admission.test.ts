import { describe, expect, it } from "vitest";
import type { PersonId, RoomId } from "@/lib/domain/ids";
import { type Arrival, admit, type DoorRoom } from "@/lib/domain/seats/admission";

const ADA = "ada" as PersonId;
const DEV = "dev" as PersonId;

const room = (wishes: Partial<DoorRoom> = {}): DoorRoom => ({
  id: "talk" as RoomId,
  title: "Night trains",
  kind: "open",
  status: "live",
  guestsAllowed: true,
  createdById: ADA,
  language: "en",
  mainRoomId: null,
  overflowLimit: 0,
  capacity: 10,
  reserve: 0,
  openSeats: 3,
  stageSeats: 1,
  leaderSeats: 1,
  hostSeats: 1,
  ...wishes,
});

const dev = (wishes: Partial<Arrival> = {}): Arrival => ({
  personId: DEV,
  kind: "member",
  seat: null,
  banned: false,
  invited: false,
  followedByLeader: false,
  ...wishes,
});

const sat = (role: "host" | "listener", leaving: string | null = null) => ({
  ok: true,
  value: { act: "sit", role, leaving },
});
const refusedAs = (refusal: string) => expect.objectContaining({ ok: false, refusal });
const otherRoom = (wishes: Partial<DoorRoom> = {}) => room({ id: "other" as RoomId, ...wishes });

describe("coming in", () => {
  it("seats somebody in the audience", () => {
    expect(admit(room(), dev(), null)).toEqual(sat("listener"));
  });

  it("seats the creator as host where nobody hosts, and as a listener where somebody does", () => {
    expect(admit(room({ hostSeats: 0 }), dev({ personId: ADA }), null)).toEqual(sat("host"));
    expect(admit(room({ hostSeats: 1 }), dev({ personId: ADA }), null)).toEqual(sat("listener"));
  });

  it("keeps the seat of whoever sits there, even in a full room that guests may no longer enter", () => {
    const full = room({ openSeats: 10, guestsAllowed: false });
    const seated = dev({ kind: "guest", seat: { roomId: full.id, role: "listener" } });
    expect(admit(full, seated, null)).toEqual({ ok: true, value: { act: "keep" } });
  });

  it("lets a page that comes back by itself take nothing from another page", () => {
    const seated = dev({ seat: { roomId: room().id, role: "listener" } });
    expect(admit(room(), { ...seated, replaced: true }, null)).toEqual(refusedAs("seat_moved"));
    const elsewhere = dev({ seat: { roomId: "other" as RoomId, role: "listener" }, replaced: true });
    expect(admit(room(), elsewhere, otherRoom())).toEqual(refusedAs("seat_moved"));
  });

  it.each([
    ["a room that is not there", null, dev(), "not_found"],
    ["a closed room without an invitation", room({ kind: "closed" }), dev(), "not_found"],
    ["an ended room", room({ status: "ended" }), dev(), "room_ended"],
    ["a scheduled room", room({ status: "scheduled" }), dev(), "room_not_live"],
    ["a room one was removed from", room(), dev({ banned: true }), "banned"],
    ["a room for members, as a guest", room({ guestsAllowed: false }), dev({ kind: "guest" }), "guests_not_allowed"],
    ["a social room whose moderators do not follow one", room({ kind: "social" }), dev(), "not_allowed"],
    ["a full room", room({ openSeats: 10 }), dev(), "room_full"],
  ])("refuses %s", (_name, wanted, arrival, refusal) => {
    expect(admit(wanted, arrival, null)).toEqual(refusedAs(refusal));
  });

  it("does not say of a closed room that it has ended to somebody who may not know of it", () => {
    expect(admit(room({ kind: "closed", status: "ended" }), dev(), null)).toEqual(refusedAs("not_found"));
  });

  it("opens a closed room to the invited, and a social one to those whom a leader follows", () => {
    expect(admit(room({ kind: "closed" }), dev({ invited: true }), null)).toEqual(sat("listener"));
    expect(admit(room({ kind: "social" }), dev({ followedByLeader: true }), null)).toEqual(sat("listener"));
  });
});

describe("the reserve", () => {
  it("keeps places of the stage free until the stage has taken them", () => {
    expect(admit(room({ openSeats: 8, reserve: 3, stageSeats: 1 }), dev(), null)).toEqual(refusedAs("room_full"));
    expect(admit(room({ openSeats: 8, reserve: 3, stageSeats: 2 }), dev(), null)).toEqual(sat("listener"));
  });

  it("lets the host into it", () => {
    const wanted = room({ openSeats: 9, reserve: 3, stageSeats: 0, hostSeats: 0 });
    expect(admit(wanted, dev({ personId: ADA }), null)).toEqual(sat("host"));
  });
});

describe("leaving another room for it", () => {
  const asHost = dev({ seat: { roomId: "other" as RoomId, role: "host" } });

  it("names the room that is left", () => {
    const listening = dev({ seat: { roomId: "other" as RoomId, role: "listener" } });
    expect(admit(room(), listening, otherRoom())).toEqual(sat("listener", "other"));
  });

  it("stops the only leader of a room with people in it", () => {
    expect(admit(room(), asHost, otherRoom())).toEqual({
      ok: false,
      refusal: "hand_over_first",
      facts: { roomId: "other", title: "Night trains" },
    });
  });

  it("lets a leader go who is alone, has a second, or whose room has ended", () => {
    expect(admit(room(), asHost, otherRoom({ openSeats: 1 }))).toEqual(sat("listener", "other"));
    expect(admit(room(), asHost, otherRoom({ leaderSeats: 2 }))).toEqual(sat("listener", "other"));
    expect(admit(room(), asHost, otherRoom({ status: "ended" }))).toEqual(sat("listener", "other"));
  });
});
