import { randomInt } from "node:crypto";
import type { PersonId } from "@/lib/domain/ids";
import { handleFrom, isReservedHandle, numberedHandle } from "@/lib/domain/people/handle";
import { readHandle } from "@/lib/domain/people/read-handle";
import { isHeldHandle } from "@/lib/server/callers/held-handles";
import { db } from "@/lib/server/postgres/db";
import type { HandleAnswer } from "@/lib/wire/onboarding/views";

/** So many handles with a number are tried out. */
const TRIES = 4;

/** Whether the caller can have the handle that they type, and which one they could have instead. */
export async function handleState(caller: { id: PersonId }, typed: string): Promise<HandleAnswer> {
  const wanted = readHandle(typed);
  const state = wanted === null ? "unfit" : await stateOf(wanted, caller.id);
  return { state, instead: state === "free" || state === "mine" ? null : await insteadOf(typed, caller.id) };
}

/** Of a handle that is one: the rules by which a profile's is changed. */
async function stateOf(handle: string, personId: PersonId): Promise<"free" | "mine" | "taken"> {
  if (isReservedHandle(handle)) return "taken";
  const holder = await db().person.findUnique({ where: { handle }, select: { id: true } });
  if (holder) return holder.id === personId ? "mine" : "taken";
  return (await isHeldHandle(handle, personId)) ? "taken" : "free";
}

async function insteadOf(typed: string, personId: PersonId): Promise<string | null> {
  const plain = handleFrom(typed);
  if (plain === "member") return null;
  for (let tries = 0; tries <= TRIES; tries++) {
    const handle = tries === 0 ? plain : numberedHandle(plain, randomInt(2, 10 ** (1 + tries)));
    if ((await stateOf(handle, personId)) === "free") return handle;
  }
  return null;
}
