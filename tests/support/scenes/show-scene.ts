import { PUT as publish } from "@/app/api/shows/[showId]/published/route";
import { POST as create } from "@/app/api/shows/route";
import type { RoomId, ShowId } from "@/lib/domain/ids";
import { db } from "@/lib/server/postgres/db";
import { clockAt } from "@/lib/server/shows/moment-of";
import type { Answer, CastName, Route, Scene } from "./stage-scene";

const DAY_MS = 24 * 60 * 60_000;

/** A local time so many days from now, at nine in the evening unless wished otherwise. */
export const inDays = (days: number, time = "21:00", zone = "UTC"): string =>
  `${clockAt(new Date(Date.now() + days * DAY_MS), zone).slice(0, 10)}T${time}`;

/** Ada's daily show from tomorrow on, a draft. */
export const DAILY = { rule: "FREQ=DAILY", firstAt: inDays(1) };

/** What an answer says under a name. */
export function said<Value>({ body }: Answer, name: string): Value {
  if (!body) throw new Error("an empty answer");
  return body[name] as Value;
}

type More = { whom?: CastName; roomId?: RoomId; body?: object; search?: string };

/** Ada's show, and what somebody does about it. */
export async function showOf(scene: Scene, fields: object = {}) {
  const body = { title: "Night Trains", slug: "night-trains", zone: "UTC", rhythm: DAILY, ...fields };
  const created = await scene.ask("ada", create, { body });
  if (created.status !== 201) throw new Error(`no show: ${JSON.stringify(created.body)}`);
  const showId = said<{ id: ShowId }>(created, "show").id;
  const by = (who: CastName, route: Route, { whom, ...more }: More = {}): Promise<Answer> =>
    scene.ask(who, route, { showId, ...(whom && { personId: scene.id[whom] }), ...more });
  const episodes = async () => {
    const rooms = await db().room.findMany({
      where: { showId },
      include: { episode: true },
      orderBy: [{ scheduledFor: "asc" }, { id: "asc" }],
    });
    return rooms.map(({ episode, ...room }) => ({
      ...room,
      id: room.id as RoomId,
      at: room.scheduledFor?.toISOString().slice(0, 16) ?? "",
      episode: episode ?? neverPlanned(),
    }));
  };
  return { showId, by, episodes, publish: () => by("ada", publish) };
}

function neverPlanned(): never {
  throw new Error("a room of a show that is no episode");
}
