import { z } from "zod";
import { id, time } from "@/lib/wire/fields";
import { personFace } from "@/lib/wire/people/views";

/** The recording that runs in a room. */
export const runningRecording = z.strictObject({ id, startedAt: time });

export type RunningRecording = z.infer<typeof runningRecording>;

/** Answer of `POST /api/rooms/:id/recording`. */
export const recordingStarted = z.strictObject({ recording: runningRecording });

/** When somebody speaks, or is on the stage. Milliseconds from the start. */
const recordedTurn = z.strictObject({ person: personFace, fromMs: z.int(), toMs: z.int() });

/**
 * One that is over. `chapters`: who speaks when, in their order. `stage`: who of those who agreed to be in it was on the stage when.
 * `hasChat`: something was written meanwhile that the caller may read. `mine`: the caller may delete it, and say whether others may take it
 * with them.
 */
const recordingView = z.strictObject({
  id,
  startedAt: time,
  lengthMs: z.int(),
  bytes: z.int(),
  downloadable: z.boolean(),
  mine: z.boolean(),
  chapters: z.array(recordedTurn),
  stage: z.array(recordedTurn),
  hasChat: z.boolean(),
});

export type RecordingView = z.infer<typeof recordingView>;

/** Answer of `GET /api/rooms/:id/recordings`, the oldest first. */
export const recordingList = z.strictObject({ recordings: z.array(recordingView) });

/** A message of the room's chat, so many milliseconds from the start of a recording. */
const replayLine = z.strictObject({ number: z.int(), person: personFace, text: z.string(), atMs: z.int() });

export type ReplayLine = z.infer<typeof replayLine>;

/** Answer of `GET /api/rooms/:id/recordings/:recordingId/chat`, in order; whether there is more before them, and after. */
export const replayChatPage = z.strictObject({ lines: z.array(replayLine), earlier: z.boolean(), later: z.boolean() });

export type ReplayChatPage = z.infer<typeof replayChatPage>;
