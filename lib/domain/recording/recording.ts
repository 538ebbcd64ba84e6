import { type Actor, can } from "@/lib/domain/permissions";
import { isOnStage } from "@/lib/domain/roles";
import type { RoomKind, RoomStatus } from "@/lib/domain/rooms/room";
import { granted, type Ruling, refused } from "@/lib/domain/ruling";

type RecordedRoom = { kind: RoomKind; status: RoomStatus; mainRoomId: string | null };

/**
 * Whether a room's stage may be recorded at all: what is said in closed rooms stays there, and an overflow room has its main
 * room's stage. Source: behaviours 41.
 */
export const isRecordable = ({ kind, mainRoomId }: Omit<RecordedRoom, "status">): boolean =>
  kind !== "closed" && mainRoomId === null;

/** Off by default; the host alone switches it on, before the room is live or during. `done`: it runs already. */
export function startRecording(
  room: RecordedRoom,
  actor: Actor,
  runs: boolean,
): Ruling<"start" | "done", "not_allowed" | "not_recordable" | "room_ended"> {
  if (!can(actor, "recordRoom")) return refused("not_allowed");
  if (!isRecordable(room)) return refused("not_recordable");
  if (room.status === "ended") return refused("room_ended");
  return granted(runs ? "done" : "start");
}

/** `done`: none runs. */
export function stopRecording(actor: Actor, runs: boolean): Ruling<"stop" | "done", "not_allowed"> {
  if (!can(actor, "recordRoom")) return refused("not_allowed");
  return granted(runs ? "stop" : "done");
}

/**
 * Somebody on the stage says whether they may be recorded. They may change their mind at any time: from then on their voice is in
 * the recording, or no more. `before`: what they said since they came on the stage, null where nothing. `done`: said already.
 */
export function answerRecording(
  actor: Actor,
  runs: boolean,
  before: boolean | null,
  agrees: boolean,
): Ruling<"answer" | "done", "not_on_stage" | "not_recording"> {
  const isHere = (actor.scope ?? "own") === "own";
  if (!isHere || !isOnStage(actor.role)) return refused("not_on_stage");
  if (!runs) return refused("not_recording");
  return granted(before === agrees ? "done" : "answer");
}

/** Who made the recording or the room, and an admin, say who may take it with them, and delete it. */
export const keepsRecording = (
  person: { id: string; admin: boolean },
  recording: { startedById: string | null; roomMadeById: string },
): boolean => person.admin || person.id === recording.startedById || person.id === recording.roomMadeById;
