import { POST as start, DELETE as stop } from "@/app/api/rooms/[roomId]/recording/route";
import { GET as sound } from "@/app/api/rooms/[roomId]/recordings/[recordingId]/sound/route";
import type { PersonId, RoomId } from "@/lib/domain/ids";
import { db } from "@/lib/server/postgres/db";
import { writeRecording } from "@/lib/server/recording/write-recording";
import type { CastName, Route, Scene } from "./stage-scene";

export const recordingOf = (scene: Scene) => db().recording.findFirstOrThrow({ where: { roomId: scene.roomId } });

/** Two pieces of nonsense, by a relay; the recording is over, and two seconds long. Answers its id. */
export async function recorded(scene: Scene, pieces: string[] = ["0123456789", "abcdef"]): Promise<string> {
  await scene.ask("ada", start);
  const { id } = await recordingOf(scene);
  for (const [number, text] of pieces.entries()) {
    const bytes = Buffer.from(text);
    const turns = [{ personId: scene.id.ada, fromMs: number * 1_000, toMs: number * 1_000 + 900 }];
    await writeRecording({ recordingId: id, fence: 0n }, { number, bytes, samples: 96_000, pages: number + 3, turns });
  }
  await scene.ask("ada", stop);
  return id;
}

/** Asks for the sound of a recording, as somebody who is not signed in. */
export function hear(
  roomId: string,
  recordingId: string,
  {
    headers = {},
    method = "GET",
    search = "",
  }: { headers?: HeadersInit; method?: "GET" | "HEAD"; search?: string } = {},
): Promise<Response> {
  const request = new Request(`http://localhost:3000/${search}`, { method, headers });
  return sound(request, { params: Promise.resolve({ roomId, recordingId }) });
}

/** Asks a route of a recording. */
export const about = (scene: Scene, recordingId: string, who: CastName, act: Route, body?: object) =>
  scene.askNamed(who, act, { roomId: scene.roomId, recordingId }, body);

/** A recording of ten seconds from then on, with nothing in its one piece; whoever sees its room may take it along. */
export async function addRecording(roomId: RoomId, startedAt: Date): Promise<string> {
  const stoppedAt = new Date(startedAt.getTime() + 10_000);
  const pieces = { create: { number: 0, bytes: 16 } };
  const times = { startedAt, begunAt: startedAt, stoppedAt };
  const data = { roomId, ...times, samples: 480_000n, downloadable: true, pieces };
  return (await db().recording.create({ data })).id;
}

/** They wrote something in a room's chat, at that moment. Answers its number. */
export async function wrote(roomId: RoomId, personId: PersonId, text: string, writtenAt: Date): Promise<number> {
  const { roomVersion: number } = await db().chatClock.upsert({
    where: { roomId },
    create: { roomId, roomVersion: 1 },
    update: { roomVersion: { increment: 1 } },
  });
  await db().chatLine.create({
    data: { roomId, channel: "room", number, version: number, personId, text, writtenAt },
  });
  return Number(number);
}
