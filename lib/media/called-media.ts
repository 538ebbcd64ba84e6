import { ServiceAway } from "@/lib/domain/service-away";

/** What the media server, or a proxy in front of it, answers while it cannot do anything. */
const AWAY_STATUS = new Set([502, 503, 504]);

/** The same client, whose calls throw ServiceAway("media") where the media server cannot be reached. */
export function calledMedia<Client extends object>(client: Client): Client {
  return new Proxy(client, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== "function") return member;
      return async (...given: unknown[]) => {
        try {
          return await member.apply(target, given);
        } catch (fault) {
          throw isMediaAway(fault) ? new ServiceAway("media", { cause: fault }) : fault;
        }
      };
    },
  });
}

/** fetch throws a TypeError where nothing listens, and a TimeoutError where nothing answers. */
function isMediaAway(fault: unknown): boolean {
  const status = statusOf(fault);
  if (status !== null) return AWAY_STATUS.has(status);
  return (
    fault instanceof Error &&
    (fault.name === "TimeoutError" || (fault instanceof TypeError && fault.message === "fetch failed"))
  );
}

/**
 * The HTTP status that the media server answered with; null for a fault that is no answer of it. Known by its shape: the
 * library is there once as CommonJS and once as a module, and `instanceof` knows only one of them.
 */
export const statusOf = (fault: unknown): number | null =>
  fault instanceof Error && "status" in fault && typeof fault.status === "number" ? fault.status : null;
