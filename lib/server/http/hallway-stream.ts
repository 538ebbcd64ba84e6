import { addressOf } from "@/lib/server/callers/client-address";
import { watchHallway } from "@/lib/server/notify/hallway-hub";
import { eventStream } from "./event-stream";

/** An office, not a flood. */
const MAX_STREAMS_AN_ADDRESS = 60;

/** `GET /api/hallway/events`: HallwayPulses as server-sent events. 429 where an address holds too many. */
export async function hallwayStream(request: Request): Promise<Response> {
  return eventStream(request, {
    name: "hallwayStreams",
    holder: addressOf(request),
    maxAHolder: MAX_STREAMS_AN_ADDRESS,
    watch: watchHallway,
  });
}
