import { oncePerProcess } from "@/lib/server/postgres/process";
import { refusal } from "./answers";

type StreamOptions<Event> = {
  /** Which streams are counted together. */
  name: string;
  /** Whose stream it is: an address, a person. */
  holder: string;
  /** Open streams that one holder may have in one process. */
  maxAHolder: number;
  /** Calls back with every event; returns what ends the watching. `end`: ends the stream, where its holder may not go on. */
  watch: (tell: (event: Event) => void, end: () => void) => () => void;
};

const MAX_STREAMS = 10_000;

/** Proxies close what is silent for a minute. */
const HEARTBEAT_MS = 25_000;

/** A browser that does not read is let go when this much waits for it; it comes back by itself. */
const MAX_WAITING_CHUNKS = 64;

const RETRY_AFTER_SECONDS = 30;

const HEADERS = {
  "Content-Type": "text/event-stream; charset=utf-8",
  // no-transform: compression would hold events back.
  "Cache-Control": "no-store, no-transform",
  "X-Accel-Buffering": "no",
};

/** Events as server-sent events, until the browser goes. 429 where the holder, or all of them, hold too many. */
export function eventStream<Event>(request: Request, options: StreamOptions<Event>): Response {
  const { name, holder, maxAHolder, watch } = options;
  // Whoever asks for the head alone reads no stream, and would never end one.
  if (request.method === "HEAD") return new Response(null, { headers: HEADERS });
  const streams = oncePerProcess(name, () => new Map<string, number>());
  const open = streams.get(holder) ?? 0;
  if (open >= maxAHolder || total(streams) >= MAX_STREAMS) {
    return refusal("too_many", { retryAfterSeconds: RETRY_AFTER_SECONDS });
  }
  streams.set(holder, open + 1);
  const body = stream(request.signal, watch, () => {
    const left = (streams.get(holder) ?? 1) - 1;
    if (left > 0) streams.set(holder, left);
    else streams.delete(holder);
  });
  return new Response(body, { headers: HEADERS });
}

/** `onEnd` is called once, however the stream ends. */
function stream<Event>(
  gone: AbortSignal,
  watch: StreamOptions<Event>["watch"],
  onEnd: () => void,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let end = () => {};
  return new ReadableStream(
    {
      start(controller) {
        const say = (text: string) => {
          if ((controller.desiredSize ?? 0) <= 0) return end();
          controller.enqueue(encoder.encode(text));
        };
        const stopWatching = watch(
          (event) => say(`data: ${JSON.stringify(event)}\n\n`),
          () => end(),
        );
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
