import { randomBytes } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { v7 as uuid } from "uuid";
import { POST as raiseHand } from "@/app/api/rooms/[roomId]/hand/route";
import { POST as offerStage } from "@/app/api/rooms/[roomId]/offers/[personId]/route";
import { POST as mute, DELETE as unmute } from "@/app/api/rooms/[roomId]/stage/[personId]/mute/route";
import { REACTIONS } from "@/lib/domain/chat/reactions";
import type { PersonId } from "@/lib/domain/ids";
import { hashOf } from "@/lib/server/callers/secrets";
import { sumReactions } from "@/lib/server/chat/reactions";
import { writeMessage } from "@/lib/server/chat/write-message";
import { db } from "@/lib/server/postgres/db";
import { inTransaction } from "@/lib/server/postgres/in-transaction";
import type { Scene } from "@/tests/support/scenes/stage-scene";

const TICK_MS = 100;
const LINES_A_TICK = 20;
const REACTIONS_A_TICK = 50;
const HANDS_AT_ONCE = 5;
const OFFERS = 12;

type Listener = { id: PersonId; token: string };

/** What went on: how much of each, and the acts that failed. */
export type Bustle = { hands: number; lines: number; reactions: number; stageActs: number; offers: number };

/** Seats so many more listeners. */
export async function seatListeners({ roomId }: Scene, count: number): Promise<Listener[]> {
  const listeners = Array.from({ length: count }, () => ({
    id: uuid() as PersonId,
    token: `plnm_${randomBytes(32).toString("base64url")}`,
  }));
  await db().person.createMany({
    data: listeners.map(({ id }, index) => ({
      id,
      kind: "member" as const,
      name: `Listener ${index}`,
      portraitSeed: index,
    })),
  });
  await db().accessToken.createMany({
    data: listeners.map(({ id, token }) => ({
      personId: id,
      name: "bench",
      tokenHash: hashOf(token),
      scopes: ["write"],
    })),
  });
  await db().seat.createMany({
    data: listeners.map(({ id }) => ({
      id: uuid(),
      roomId,
      personId: id,
      role: "listener" as const,
      connectedAt: new Date(),
    })),
  });
  await db().room.update({ where: { id: roomId }, data: { openSeats: { increment: count } } });
  return listeners;
}

/**
 * For so long: all hands go up as fast as they can, 200 lines of chat and 500 reactions a second, a speaker muted and
 * unmuted twice a second, and a dozen invitations at once.
 */
export async function bustle(scene: Scene, listeners: Listener[], forMs: number): Promise<Bustle> {
  const until = performance.now() + forMs;
  const done: Bustle = { hands: 0, lines: 0, reactions: 0, stageActs: 0, offers: 0 };
  await Promise.all([
    raiseAll(scene, listeners, done),
    offerMany(scene, listeners, done),
    chatAndReact(scene, listeners, until, done),
    changeSpeakers(scene, until, done),
  ]);
  return done;
}

async function raiseAll({ roomId }: Scene, listeners: Listener[], done: Bustle): Promise<void> {
  const waiting = [...listeners];
  const raise = async (): Promise<void> => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const headers = { authorization: `Bearer ${next.token}` };
      const request = new Request("http://localhost:3000/", { method: "POST", headers });
      const answer = await raiseHand(request, { params: Promise.resolve({ roomId }) });
      if (answer.ok) done.hands += 1;
    }
  };
  await Promise.all(Array.from({ length: HANDS_AT_ONCE }, raise));
}

async function offerMany(scene: Scene, listeners: Listener[], done: Bustle): Promise<void> {
  await pause(1_000);
  const answers = await Promise.all(
    listeners.slice(0, OFFERS).map(({ id }) => scene.ask("ada", offerStage, { personId: id })),
  );
  done.offers = answers.filter(({ status }) => status === 200).length;
}

async function chatAndReact({ roomId }: Scene, listeners: Listener[], until: number, done: Bustle): Promise<void> {
  for (let tick = 0; performance.now() < until; tick++) {
    const next = performance.now() + TICK_MS;
    const writers = Array.from(
      { length: LINES_A_TICK },
      (_, index) => listeners[(tick * LINES_A_TICK + index) % listeners.length],
    );
    await inTransaction(async (tx) => {
      for (const writer of writers) {
        if (!writer) continue;
        await writeMessage(tx, roomId, writer.id, {
          channel: "room",
          text: `What a night, said for the ${tick}th time`,
        });
        done.lines += 1;
      }
    });
    for (let count = 0; count < REACTIONS_A_TICK; count++) {
      const reaction = REACTIONS[count % REACTIONS.length];
      if (reaction) sumReactions(roomId, reaction, 1);
      done.reactions += 1;
    }
    await pause(Math.max(0, next - performance.now()));
  }
}

async function changeSpeakers(scene: Scene, until: number, done: Bustle): Promise<void> {
  for (let count = 0; performance.now() < until; count++) {
    const next = performance.now() + 500;
    const isMute = count % 2 === 0;
    const { status } = await scene.ask(isMute ? "ada" : "cleo", isMute ? mute : unmute, { personId: scene.id.cleo });
    if (status < 300) done.stageActs += 1;
    await pause(Math.max(0, next - performance.now()));
  }
}
