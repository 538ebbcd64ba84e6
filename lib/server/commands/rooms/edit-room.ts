import { type RoomId, toId } from "@/lib/domain/ids";
import { editRoom as rule } from "@/lib/domain/rooms/editing";
import { defaultReserve } from "@/lib/domain/rooms/room";
import { granted, type Ruling, refused } from "@/lib/domain/ruling";
import { actOnRoom, type Effect, type Scene } from "@/lib/server/acts/act-in-room";
import { stopRunning } from "@/lib/server/acts/stop-running-recording";
import { parkHands } from "@/lib/server/hands/hand-mode";
import { defineCommand } from "@/lib/server/http/command";
import { withinLimits } from "@/lib/server/limits/within-limits";
import { changeEpisode } from "@/lib/server/planning/change-episode";
import type { Transaction } from "@/lib/server/postgres/db";
import { knownClub } from "@/lib/server/queries/clubs/known-club";
import { roomDetails, toAnnouncedRoom } from "@/lib/server/queries/rooms/room-details";
import { visibleRoom } from "@/lib/server/queries/rooms/visible-room";
import { changeInHalls, hallsToChange } from "@/lib/server/seats/family-kind";
import type { LockedRoom } from "@/lib/server/seats/lock-room";
import type { LockedSeat } from "@/lib/server/seats/lock-seats";
import { type RoomChanges, roomChanges } from "@/lib/wire/rooms/inputs";
import type { RoomDetails } from "@/lib/wire/rooms/views";
import { roomAnswer } from "@/lib/wire/rooms/views";

/** Changes what a room is about and who may enter it. */
export const editRoom = defineCommand({
  who: "member",
  limit: "roomEditsOfPerson",
  input: roomChanges,
  output: roomAnswer,
  refusals: ["bad_input", "capacity_below_seats", "not_allowed", "not_found", "room_ended"],
  summary: "Edit a room",
  run: async (ask) => {
    const { caller, params, input } = ask;
    const roomId = toId<RoomId>(params.roomId);
    if (!roomId || !(await visibleRoom(caller, roomId))) return refused("not_found");
    const sizes = withinLimits(input);
    if (!sizes.ok) return sizes;
    return actOnRoom(ask, (scene) => edit(scene, input), {
      locks: "room",
      alsoLocks: (tx, asked) => hallsToChange(tx, asked.roomId, input),
    });
  },
});

type Edited = Ruling<
  Effect<{ room: RoomDetails }>,
  "bad_input" | "not_allowed" | "room_ended" | "capacity_below_seats"
>;

async function edit(scene: Scene<LockedSeat | null>, input: RoomChanges): Promise<Edited | null> {
  const { tx, sql, roomId, rooms, actorId, actor, now } = scene;
  const locked = rooms.get(roomId);
  if (!locked) return null;
  const ruled = rule(locked, actorId, actor, input);
  if (!ruled.ok) return ruled;
  const limit = (input.capacity ?? locked.capacity) - 1;
  if (input.reserve !== undefined && input.reserve > limit) {
    return refused("bad_input", { field: "reserve", reason: "above_limit", limit });
  }
  // What is said in a closed room stays there.
  if (input.kind === "closed") await stopRunning(sql, roomId);
  const plan = locked.status === "scheduled" ? await changePlanned(tx, roomId, input, now) : input;
  const details = await change(tx, locked, plan);
  const placed = await changeInHalls(tx, await hallsToChange(tx, roomId, input), input);
  const parked = input.handMode ? await parkHands(tx, roomId, input.handMode, now) : [];
  const edited = { audience: "everyone", happening: { type: "room_edited", room: toAnnouncedRoom(details) } } as const;
  const room = { ...details, club: await knownClub(actorId, details.club) };
  return granted({ value: { room }, events: [edited, ...parked], placed });
}

/** What is planned of an episode is changed as its plan, which keeps who may come into a draft to itself. Answers the other changes. */
async function changePlanned(tx: Transaction, roomId: RoomId, changes: RoomChanges, now: Date): Promise<RoomChanges> {
  if ((await tx.episode.count({ where: { roomId } })) === 0) return changes;
  const { title, description, topics, language, kind, guestsAllowed, ...others } = changes;
  await changeEpisode(tx, roomId, { title, description, topics, language, kind, guestsAllowed, own: true }, now);
  return others;
}

async function change(tx: Transaction, room: LockedRoom, changes: RoomChanges): Promise<RoomDetails> {
  const { overflowRooms, stageFirst, ...plain } = changes;
  const data = {
    ...plain,
    reserve: reserveOf(room, changes),
    ...(overflowRooms !== undefined && { overflowLimit: overflowRooms }),
    ...(stageFirst !== undefined && { stageFirstAt: stageFirst ? new Date() : null }),
  };
  await tx.room.update({ where: { id: room.id }, data });
  return roomDetails(tx, room.id);
}

/** None is kept where overflow is off; a room that shrinks keeps no more than is usual for its size. */
function reserveOf(room: LockedRoom, { capacity, overflowRooms, reserve }: RoomChanges): number {
  if (overflowRooms === 0) return 0;
  if (reserve !== undefined) return reserve;
  return capacity === undefined || capacity >= room.capacity
    ? room.reserve
    : Math.min(room.reserve, defaultReserve(capacity));
}
