import { addressOf } from "@/lib/server/client-address";
import { watchHallway } from "@/lib/server/hallway-hub";
import { oncePerProcess } from "@/lib/server/process";
import { refusal } from "./answers";

/** Open streams that one address may hold in one process: an office, not a flood. */
const MAX_STREAMS_AN_ADDRESS = 60;
const MAX_STREAMS = 10_000;

/** Proxies close what is silent for a minute. */
const HEARTBEAT_MS = 25_000;

/** A browser that does not read is let go when this much waits for it; it comes back by itself. */
const MAX_WAITING_CHUNKS = 64;

const RETRY_AFTER_SECONDS = 30;

/** `GET /api/hallway/events`: HallwayPulses as server-sent events, until the browser goes. 429 where an address holds too many. */
export async function hallwayStream(request: Request): Promise<Response> {
  const streams = oncePerProcess("hallwayStreams", () => new Map<string, number>());
  const address = addressOf(request);
  const open = streams.get(address) ?? 0;
  if (open >= MAX_STREAMS_AN_ADDRESS || total(streams) >= MAX_STREAMS) {
    return refusal("too_many", { retryAfterSeconds: RETRY_AFTER_SECONDS });
  }
  streams.set(address, open + 1);
  const body = pulseStream(request.signal, () => {
    const left = (streams.get(address) ?? 1) - 1;
    if (left > 0) streams.set(address, left);
    else streams.delete(address);
  });
  return new Response(body, {
    headers: {
      "Content-Type": "text/event-stream; charset=utf-8",
      // no-transform: compression would hold events back.
      "Cache-Control": "no-store, no-transform",
      "X-Accel-Buffering": "no",
    },
  });
}

/** `onEnd` is called once, however the stream ends. */
function pulseStream(gone: AbortSignal, onEnd: () => void): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let end = () => {};
  return new ReadableStream(
    {
      start(controller) {
        const say = (text: string) => {
          if ((controller.desiredSize ?? 0) <= 0) return end();
          controller.enqueue(encoder.encode(text));
        };
        const stopWatching = watchHallway((pulse) => say(`data: ${JSON.stringify(pulse)}\n\n`));
        const heartbeat = setInterval(() => say(":\n\n"), HEARTBEAT_MS);
        end = () => {
          end = () => {};
          clearInterval(heartbeat);
          stopWatching();
          onEnd();
          try {
            controller.close();
          } catch {
            // The browser closed it first.
          }
        };
        gone.addEventListener("abort", () => end());
        if (gone.aborted) return end();
        say("retry: 3000\n\n");
      },
      cancel: () => end(),
    },
    { highWaterMark: MAX_WAITING_CHUNKS },
  );
}

function total(streams: Map<string, number>): number {
  let open = 0;
  for (const count of streams.values()) open += count;
  return open;
}
