import { callerOf } from "@/lib/server/callers/find-caller";
import { log } from "@/lib/server/postgres/log";
import { adminNumbers } from "@/lib/server/queries/admin/admin-numbers";
import type { AdminNumbers } from "@/lib/wire/admin/numbers";
import { refusal } from "./answers";
import { eventStream } from "./event-stream";
import { answerFault } from "./fault";

/** Some dashboards on a wall. */
const MAX_STREAMS_A_PERSON = 12;

const TOLD_EVERY_MS = 2_000;

/** `GET /api/admin/events`: AdminNumbers as server-sent events, until whoever asked is no admin any more. */
export async function adminStream(request: Request): Promise<Response> {
  try {
    const caller = await callerOf(request);
    if (!caller?.admin) return refusal("not_found");
    return eventStream<AdminNumbers>(request, {
      name: "adminStreams",
      holder: caller.id,
      maxAHolder: MAX_STREAMS_A_PERSON,
      watch: (tell, end) => {
        const look = async (): Promise<void> => {
          const numbers = await adminNumbers(await callerOf(request));
          if (numbers) tell(numbers);
          else end();
        };
        const watch = () => void look().catch((fault: unknown) => log().debug({ err: fault }, "an admin's numbers"));
        watch();
        const timer = setInterval(watch, TOLD_EVERY_MS);
        return () => clearInterval(timer);
      },
    });
  } catch (fault) {
    return answerFault(request, fault);
  }
}
