import { expect, it } from "vitest";
import { type SweptConnection, type SweptSeat, sweepRoom } from "@/lib/domain/seats/presence";

const NOW = new Date("2026-01-01T12:00:00Z");
const at = (seconds: number) => new Date(NOW.getTime() + seconds * 1_000);
const TAKEN = at(-1);

const seat = (more: Partial<SweptSeat> = {}): SweptSeat => ({
  id: "seat",
  personId: "dev",
  role: "listener",
  muted: false,
  connectedAt: at(-60),
  mediaSid: "PA_1",
  goneAt: null,
  leaseUntil: null,
  ...more,
});
const connection = (more: Partial<SweptConnection> = {}): SweptConnection => ({
  identity: "dev",
  sid: "PA_1",
  rights: { publish: false, hidden: true },
  usual: true,
  agent: false,
  ...more,
});
const NOTHING = { connected: [], gone: [], expired: [], unruly: [] };
const sweep = (seats: SweptSeat[], connections: SweptConnection[]) => sweepRoom(seats, connections, TAKEN, NOW);

it("a connected seat that is as it should be needs nothing", () => {
  expect(sweep([seat()], [connection()])).toEqual(NOTHING);
});

it("who is seen for the first time, again, or on a new connection is marked", () => {
  const marked = { ...NOTHING, connected: [{ seatId: "seat", sid: "PA_1" }] };
  expect(sweep([seat({ connectedAt: null, mediaSid: null, leaseUntil: at(20) })], [connection()])).toEqual(marked);
  expect(sweep([seat({ goneAt: at(-5), leaseUntil: at(15) })], [connection()])).toEqual(marked);
  expect(sweep([seat({ mediaSid: "PA_0" })], [connection()])).toEqual(marked);
});

it("who is missing gets their grace, who was seen after the list was taken does not need it", () => {
  expect(sweep([seat()], [])).toEqual({ ...NOTHING, gone: [{ seatId: "seat", role: "listener" }] });
  expect(sweep([seat({ connectedAt: at(-0.5) })], [])).toEqual(NOTHING);
});

it("a lease that ran out closes the seat, one that runs does not", () => {
  expect(sweep([seat({ goneAt: at(-20), leaseUntil: NOW })], [])).toEqual({ ...NOTHING, expired: ["dev"] });
  expect(sweep([seat({ goneAt: at(-20), leaseUntil: at(1) })], [])).toEqual(NOTHING);
  expect(sweep([seat({ goneAt: at(-20), leaseUntil: at(-1) })], [connection()]).expired).toEqual([]);
});

it("who holds no seat and who may do more than theirs allows is unruly", () => {
  expect(sweep([], [connection({ identity: "relay:x" })]).unruly).toEqual(["relay:x"]);
  expect(sweep([seat()], [connection({ rights: { publish: true, hidden: true } })]).unruly).toEqual(["dev"]);
  expect(sweep([seat()], [connection({ usual: false })]).unruly).toEqual(["dev"]);
});
