import type { JoinAnswer } from "@/lib/wire/seats/door";
import type { BareClient } from "@/tests/support/bare-client";
import { test as bare, type Intruder } from "./bare";
import type { Person } from "./people";
import { TONES } from "./tone";

/** Two people a room: whoever comes third opens the next hall. */
const SEATS_A_ROOM = 2;

type BareWindow = Window & { bare: BareClient };

/** Somebody with the bare client in a room of the family. */
export type InHall = Intruder & { roomId: string };

/** A room of Ada's that is full, and overflow rooms with one listener each; all with the bare client. Ada talks. */
export type Halls = {
  mainRoomId: string;
  host: Person;
  ada: InHall;
  listeners: InHall[];
  /** One more guest comes, wherever the door puts them. */
  come: () => Promise<InHall>;
};

/** Tests with `halls`: Ada on stage, and two overflow rooms that hear her or do not. */
export const test = bare.extend<{ halls: Halls }>({
  halls: async ({ arrive, intrude, product }, use) => {
    const host = await arrive("ada");
    const fields = { title: "Many halls", capacity: SEATS_A_ROOM, reserve: 0, overflowRooms: 5 };
    const { room } = await host.call<{ room: { id: string } }>("POST", "/api/rooms", fields, 201);
    const seat = `/api/rooms/${room.id}/seat`;
    const enter = async (answer: JoinAnswer): Promise<InHall> => {
      const person = await intrude();
      const outcome = await person.connect(answer.media);
      if (outcome !== "in") throw new Error(`Not let in: ${outcome}`);
      return { ...person, roomId: answer.room.room.id };
    };
    const guestsSeat = async (): Promise<JoinAnswer> => {
      const answer = await fetch(product.url + seat, { method: "POST" });
      if (!answer.ok) throw new Error(`The door answered ${answer.status}: ${await answer.text()}`);
      return (await answer.json()) as JoinAnswer;
    };
    const come = async () => enter(await guestsSeat());

    const ada = await enter(await host.call<JoinAnswer>("POST", seat));
    await ada.send(TONES.ada);
    await guestsSeat();
    const first = await come();
    await guestsSeat();
    const second = await come();
    try {
      await use({ mainRoomId: room.id, host, ada, listeners: [first, second], come });
    } finally {
      await host.call("DELETE", `/api/rooms/${room.id}`);
    }
  },
});

/** Turns the person's own microphone off or on. */
export const mute = ({ page }: Intruder, isMuted: boolean): Promise<void> =>
  page.evaluate((wanted) => (window as unknown as BareWindow).bare.mute(wanted), isMuted);

/** What the person was told on that topic so far. */
export const received = <Message>({ page }: Intruder, topic: string): Promise<Message[]> =>
  page.evaluate(
    (wanted) => (window as unknown as BareWindow).bare.received(wanted).map((words) => JSON.parse(words)),
    topic,
  );

/** Audio packets that reached the person so far. */
export const packets = ({ page }: Intruder): Promise<number> =>
  page.evaluate(() => (window as unknown as BareWindow).bare.packets());
