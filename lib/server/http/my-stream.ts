import { callerOf } from "@/lib/server/callers/find-caller";
import { watchNews } from "@/lib/server/notify/news-hub";
import { watchPerson } from "@/lib/server/notify/people-hub";
import type { MyEvent } from "@/lib/wire/invites/views";
import { refusal } from "./answers";
import { eventStream } from "./event-stream";
import { answerFault } from "./fault";
import { watchStanding } from "./watch-standing";

/** A person's open tabs, on all their devices. */
const MAX_STREAMS_A_PERSON = 20;

/** `GET /api/me/events`: MyEvents as server-sent events, for members; on any page, so that a call reaches them there. */
export async function myStream(request: Request): Promise<Response> {
  try {
    const caller = await callerOf(request);
    if (caller?.kind !== "member") return refusal(caller ? "members_only" : "not_signed_in");
    if (caller.scopes && !caller.scopes.includes("read")) return refusal("scope_missing");
    return eventStream<MyEvent>(request, {
      name: "myStreams",
      holder: caller.id,
      maxAHolder: MAX_STREAMS_A_PERSON,
      watch: (tell, end) => {
        const stops = [
          watchPerson(caller.id, () => tell({ reread: "pings" })),
          watchNews(caller.id, (word) => tell(word === "missed" ? { reread: "pings" } : { notified: 1 })),
          watchStanding(request, caller, end),
        ];
        return () => stops.forEach((stop) => void stop());
      },
    });
  } catch (fault) {
    return answerFault(request, fault);
  }
}
