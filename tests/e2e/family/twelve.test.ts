import { expect } from "@playwright/test";
import type { RoomView } from "@/lib/wire/rooms/views";
import type { JoinAnswer } from "@/lib/wire/seats/door";
import { test } from "@/tests/e2e/support/bare";
import { expectTone } from "@/tests/e2e/support/hear";
import { TONES } from "@/tests/e2e/support/tone";

const PEOPLE = 12;
const SEATS = 4;

test("twelve come to a room of four at once: it holds exactly its seats, halls open by themselves, and everyone hears Ada", async ({
  arrive,
  intrude,
  product,
}) => {
  test.setTimeout(180_000);
  const host = await arrive("ada");
  const fields = { title: "Twelve", capacity: SEATS, reserve: 1, overflowRooms: 5 };
  const { room } = await host.call<{ room: { id: string } }>("POST", "/api/rooms", fields, 201);
  const seat = `/api/rooms/${room.id}/seat`;
  try {
    const ada = await intrude();
    expect(await ada.connect((await host.call<JoinAnswer>("POST", seat)).media)).toBe("in");
    await ada.send(TONES.ada);
    const arrivals = await Promise.all(
      Array.from({ length: PEOPLE }, () => fetch(product.url + seat, { method: "POST" })),
    );
    expect(arrivals.map(({ status }) => status)).toEqual(Array(PEOPLE).fill(200));
    const answers = (await Promise.all(arrivals.map((answer) => answer.json()))) as JoinAnswer[];
    const seats = new Map<string, number>();
    for (const answer of answers) seats.set(answer.seat.roomId, (seats.get(answer.seat.roomId) ?? 0) + 1);
    expect(seats.get(room.id)).toBe(SEATS - 1);
    expect([...seats.values()].every((people) => people <= SEATS)).toBe(true);
    // What is the same for everyone is read once a second.
    const seated = async () => {
      const { halls } = await host.call<RoomView>("GET", `/api/rooms/${room.id}`);
      return halls.reduce((sum, { openSeats }) => sum + openSeats, 0);
    };
    await expect.poll(seated).toBe(PEOPLE + 1);
    const listeners = await Promise.all(
      answers.map(async ({ media }) => {
        const listener = await intrude();
        expect(await listener.connect(media)).toBe("in");
        return listener;
      }),
    );
    for (const { page } of listeners) await expectTone(page, TONES.ada, { withinMs: 15_000 });
  } finally {
    await host.call("DELETE", `/api/rooms/${room.id}`);
  }
});
