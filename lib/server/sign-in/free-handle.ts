import { randomInt } from "node:crypto";
import { handleFrom, numberedHandle } from "@/lib/domain/people/handle";
import { isHeldHandle } from "@/lib/server/callers/held-handles";
import { isDuplicate } from "@/lib/server/postgres/database-fault";

/** After so many handles that were taken, something else is wrong. */
const MAX_TRIES = 20;

/** Does something with a handle made from a name, and with another one as long as that is somebody else's. */
export async function withFreeHandle<Value>(name: string, act: (handle: string) => Promise<Value>): Promise<Value> {
  const wanted = handleFrom(name);
  for (let tries = 0; ; tries++) {
    const isPlain = tries === 0 && wanted !== "member";
    const handle = isPlain ? wanted : numberedHandle(wanted, randomInt(2, 10 ** (2 + Math.min(tries, 6))));
    if (await isHeldHandle(handle)) continue;
    try {
      return await act(handle);
    } catch (fault) {
      if (tries >= MAX_TRIES || !isTakenHandle(fault)) throw fault;
    }
  }
}

const isTakenHandle = (fault: unknown): boolean =>
  isDuplicate(fault) && fault instanceof Error && "meta" in fault && JSON.stringify(fault.meta).includes("handle");
