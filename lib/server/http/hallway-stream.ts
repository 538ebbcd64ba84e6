import { addressOf } from "@/lib/server/callers/client-address";
import { callerOf } from "@/lib/server/callers/find-caller";
import { openHallway, openMyHallway } from "@/lib/server/notify/my-hallway";
import { readFilter } from "@/lib/wire/hallway/inputs";
import type { HallwayPulse } from "@/lib/wire/hallway/views";
import { eventStream } from "./event-stream";
import { answerFault } from "./fault";
import { watchStanding } from "./watch-standing";

/** An office, not a flood. */
const MAX_STREAMS_AN_ADDRESS = 60;

/** `GET /api/hallway/events`: HallwayPulses as server-sent events, of the rooms that `?language=` and `?topic=` ask for. 429 where an address holds too many. */
export async function hallwayStream(request: Request): Promise<Response> {
  try {
    const caller = await callerOf(request);
    const filter = readFilter(Object.fromEntries(new URL(request.url).searchParams));
    const watchRooms = caller ? await openMyHallway(caller.id, filter) : openHallway(filter);
    return eventStream<HallwayPulse>(request, {
      name: "hallwayStreams",
      holder: addressOf(request),
      maxAHolder: MAX_STREAMS_AN_ADDRESS,
      watch: (tell, end) => {
        const stops = [watchRooms(tell), ...(caller ? [watchStanding(request, caller, end)] : [])];
        return () => stops.forEach((stop) => void stop());
      },
    });
  } catch (fault) {
    return answerFault(request, fault);
  }
}
