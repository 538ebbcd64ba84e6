import { z } from "zod";
import { id, time } from "@/lib/wire/fields";
import { personFace } from "@/lib/wire/people/views";

/** The recording that runs in a room. */
export const runningRecording = z.strictObject({ id, startedAt: time });

export type RunningRecording = z.infer<typeof runningRecording>;

/** Answer of `POST /api/rooms/:id/recording`. */
export const recordingStarted = z.strictObject({ recording: runningRecording });

/** Where somebody begins to speak, and until when. Milliseconds from the start. */
const recordedTurn = z.strictObject({ person: personFace, fromMs: z.int(), toMs: z.int() });

/** One that is over. `chapters`: in their order. `mine`: the caller may delete it, and say whether others may take it with them. */
const recordingView = z.strictObject({
  id,
  startedAt: time,
  lengthMs: z.int(),
  bytes: z.int(),
  downloadable: z.boolean(),
  mine: z.boolean(),
  chapters: z.array(recordedTurn),
});

export type RecordingView = z.infer<typeof recordingView>;

/** Answer of `GET /api/rooms/:id/recordings`, the oldest first. */
export const recordingList = z.strictObject({ recordings: z.array(recordingView) });
