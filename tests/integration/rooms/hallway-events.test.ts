import { beforeAll, expect, it } from "vitest";
import { ADDRESS_HEADER } from "@/lib/server/callers/client-address";
import { hallwayStream } from "@/lib/server/http/hallway-stream";
import { HALLWAY_CHANNEL } from "@/lib/server/notify/ring-hallway";
import { db, hotPool } from "@/lib/server/postgres/db";
import { listen } from "@/lib/server/postgres/listen";
import type { HallwayPulse } from "@/lib/wire/hallway/views";

let openRoom: string;
let closedRoom: string;

beforeAll(async () => {
  const host = await db().person.create({
    data: { kind: "member", handle: "ada", name: "Ada Krüger", portraitSeed: 1 },
  });
  const room = { language: "en", capacity: 100, createdById: host.id, status: "live" as const };
  openRoom = (await db().room.create({ data: { ...room, title: "Open", openSeats: 7 } })).id;
  closedRoom = (await db().room.create({ data: { ...room, title: "Secret", kind: "closed" } })).id;
  // What is told before the process listens is told as "read anew" instead.
  await new Promise<void>((heard) => listen(HALLWAY_CHANNEL, (roomId) => roomId === null && heard()));
});

it("tells many changes of a room as one event, and names no closed room", async () => {
  const hallway = await watch("192.0.2.1");
  for (let changes = 0; changes < 20; changes++) await ring(openRoom);
  await ring(closedRoom);
  const pulses = await hallway.pulsesOf(2_500);
  const told = pulses.filter((pulse) => pulse.rooms.length > 0);
  expect(told).toHaveLength(1);
  expect(told[0]?.rooms).toEqual([
    { id: openRoom, title: "Open", status: "live", capacity: 100, openSeats: 7, stageCount: 0, overflow: [] },
  ]);
  expect(JSON.stringify(pulses)).not.toContain(closedRoom);
  hallway.leave();
});

it("holds a bounded number of streams for one address, and frees a place when one ends", async () => {
  const open = await Promise.all(Array.from({ length: 60 }, () => watch("192.0.2.2")));
  const refused = await hallwayStream(request("192.0.2.2").request);
  expect(refused.status).toBe(429);
  expect(refused.headers.get("Retry-After")).toBe("30");
  expect((await watch("192.0.2.3")).status).toBe(200);
  open[0]?.leave();
  expect((await watch("192.0.2.2")).status).toBe(200);
  for (const stream of open) stream.leave();
});

it("takes no place for whoever asks for the head alone, since they never leave it", async () => {
  const { request: asked } = request("192.0.2.4");
  const head = () => hallwayStream(new Request(asked, { method: "HEAD" }));
  const answers = await Promise.all(Array.from({ length: 80 }, head));
  expect(new Set(answers.map(({ status, body }) => `${status} ${body}`))).toEqual(new Set(["200 null"]));
  const stream = await watch("192.0.2.4");
  expect(stream.status).toBe(200);
  stream.leave();
});

const ring = (roomId: string) => hotPool().query("SELECT pg_notify('hallway', $1)", [roomId]);

function request(address: string) {
  const abort = new AbortController();
  const headers = { [ADDRESS_HEADER]: address };
  return { abort, request: new Request("http://localhost:3000/api/hallway/events", { headers, signal: abort.signal }) };
}

/** A request that nobody holds may be collected, and then never hears that it was given up. */
const held: Request[] = [];

async function watch(address: string) {
  const { abort, request: asked } = request(address);
  held.push(asked);
  const answer = await hallwayStream(asked);
  return {
    status: answer.status,
    leave: () => abort.abort(),
    pulsesOf: async (ms: number): Promise<HallwayPulse[]> => {
      setTimeout(() => abort.abort(), ms);
      const text = await answer.text();
      return [...text.matchAll(/^data: (.*)$/gm)].map((line) => JSON.parse(line[1] ?? ""));
    },
  };
}
