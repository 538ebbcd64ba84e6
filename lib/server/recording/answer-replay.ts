import { type RecordingId, type RoomId, toId } from "@/lib/domain/ids";
import { readRange } from "@/lib/domain/recording/byte-range";
import { callerOf } from "@/lib/server/callers/find-caller";
import { refusal } from "@/lib/server/http/answers";
import { type Context, paramsOf } from "@/lib/server/http/command";
import { answerFault } from "@/lib/server/http/fault";
import { holdsTag } from "@/lib/server/http/holds-tag";
import { visibleRoom } from "@/lib/server/queries/rooms/visible-room";
import { type Replay, readReplay, replayOf } from "./replay";

/**
 * The sound of a recording, to people who see its room: all of it, or the bytes that a Range header asks for. With `?download` as
 * a file to keep, where its maker lets people. 404 for all who may not know of it. It never changes: its tag is its own for ever.
 */
export async function answerReplay(request: Request, context: Context): Promise<Response> {
  try {
    const params = await paramsOf(context);
    const [roomId, recordingId] = [toId<RoomId>(params.roomId), toId<RecordingId>(params.recordingId)];
    if (!roomId || !recordingId) return refusal("not_found");
    const caller = await callerOf(request);
    if (caller?.scopes && !caller.scopes.includes("read")) return refusal("scope_missing");
    const replay = (await visibleRoom(caller, roomId)) && (await replayOf(roomId, recordingId));
    if (!replay) return refusal("not_found");
    const asFile = new URL(request.url).searchParams.has("download");
    if (asFile && !replay.downloadable) return refusal("not_allowed");
    return answerRange(request, replay, asFile);
  } catch (fault) {
    return answerFault(request, fault);
  }
}

function answerRange(request: Request, replay: Replay, asFile: boolean): Response {
  const size = replay.pieces.reduce((sum, { bytes }) => sum + bytes, 0);
  const etag = `"${replay.id}-${size}"`;
  const ifRange = request.headers.get("if-range");
  // A part of what somebody holds of another recording would be joined to it.
  const asked = ifRange === null || ifRange === etag ? request.headers.get("range") : null;
  const range = readRange(asked, size);
  const shared = {
    "Accept-Ranges": "bytes",
    // Whoever holds it asks each time whether it may still be heard. What is not to be taken along is kept nowhere.
    "Cache-Control": replay.downloadable ? "private, no-cache" : "private, no-store",
    ETag: etag,
    "Content-Type": "audio/ogg",
    ...(asFile && { "Content-Disposition": 'attachment; filename="recording.ogg"' }),
  };
  if (holdsTag(request, etag)) return new Response(null, { status: 304, headers: shared });
  if (!range.ok) return new Response(null, { status: 416, headers: { ...shared, "Content-Range": `bytes */${size}` } });
  const { from, to } = range.value ?? { from: 0, to: size - 1 };
  const headers = {
    ...shared,
    "Content-Length": String(to - from + 1),
    ...(range.value && { "Content-Range": `bytes ${from}-${to}/${size}` }),
  };
  const body = request.method === "HEAD" ? null : streamOf(readReplay(replay, from, to));
  return new Response(body, { status: range.value ? 206 : 200, headers });
}

/** Reads a piece when the listener has taken the one before; one who goes away stops it. */
function streamOf(pieces: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
}
