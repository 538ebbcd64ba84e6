import { addressOf } from "@/lib/server/callers/client-address";
import { callerOf } from "@/lib/server/callers/find-caller";
import { watchHallway } from "@/lib/server/notify/hallway-hub";
import { openMyHallway } from "@/lib/server/notify/my-hallway";
import type { HallwayPulse } from "@/lib/wire/hallway/views";
import { eventStream } from "./event-stream";
import { answerFault } from "./fault";

/** An office, not a flood. */
const MAX_STREAMS_AN_ADDRESS = 60;

/** `GET /api/hallway/events`: HallwayPulses as server-sent events. 429 where an address holds too many. */
export async function hallwayStream(request: Request): Promise<Response> {
  try {
    const caller = await callerOf(request);
    return eventStream<HallwayPulse>(request, {
      name: "hallwayStreams",
      holder: addressOf(request),
      maxAHolder: MAX_STREAMS_AN_ADDRESS,
      watch: caller ? await openMyHallway(caller.id) : watchHallway,
    });
  } catch (fault) {
    return answerFault(request, fault);
  }
}
