import type { JoinAnswer } from "@/lib/wire/seats/door";
import type { Crowd } from "@/tests/support/scenes/crowd";
import { talk } from "./talker";

/** A room in which somebody talks. */
export type TalkingRoom = { roomId: string; hangUp: () => Promise<void> };

const FIRST_TONE_HZ = 220;

/** The first of `talkers` makes the room and hosts it, the others are offered its stage; all talk at once, each a tone of their own. */
export async function openStage(url: string, talkers: Crowd, capacity: number): Promise<TalkingRoom> {
  const [host, ...others] = talkers;
  if (!host) throw new Error("Nobody can host");
  const room = { title: "How many hear it", capacity };
  const { room: made } = await ask<{ room: { id: string } }>(url, host, "/api/rooms", room);
  const path = `/api/rooms/${made.id}`;
  const passes = [(await ask<JoinAnswer>(url, host, `${path}/seat`)).media];
  for (const other of others) {
    const { seat } = await ask<JoinAnswer>(url, other, `${path}/seat`);
    await ask(url, host, `${path}/offers/${seat.personId}`);
    await ask(url, other, `${path}/offer`);
    passes.push((await ask<JoinAnswer>(url, other, `${path}/seat`)).media);
  }
  const hangUps = await Promise.all(passes.map((media, place) => talk(media, FIRST_TONE_HZ * (place + 1))));
  return {
    roomId: made.id,
    hangUp: async () => {
      await Promise.all(hangUps.map((hangUp) => hangUp()));
    },
  };
}

async function ask<Answer>(url: string, token: string, path: string, body: object = {}): Promise<Answer> {
  const answer = await fetch(url + path, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as Answer;
}
