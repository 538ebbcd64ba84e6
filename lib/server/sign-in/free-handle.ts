import { randomInt } from "node:crypto";
import { handleFrom, numberedHandle } from "@/lib/domain/people/handle";
import { Prisma } from "@/lib/server/generated/prisma/client";

/** After so many handles that were taken, something else is wrong. */
const MAX_TRIES = 20;

/** Does something with a handle made from a name, and with another one as long as that is somebody else's. */
export async function withFreeHandle<Value>(name: string, act: (handle: string) => Promise<Value>): Promise<Value> {
  const wanted = handleFrom(name);
  for (let tries = 0; ; tries++) {
    const isPlain = tries === 0 && wanted !== "member";
    const handle = isPlain ? wanted : numberedHandle(wanted, randomInt(2, 10 ** (2 + Math.min(tries, 6))));
    try {
      return await act(handle);
    } catch (fault) {
      if (tries >= MAX_TRIES || !isTakenHandle(fault)) throw fault;
    }
  }
}

const isTakenHandle = (fault: unknown): boolean =>
  fault instanceof Prisma.PrismaClientKnownRequestError &&
  fault.code === "P2002" &&
  JSON.stringify(fault.meta ?? {}).includes("handle");
