import { isReservedHandle } from "@/lib/domain/people/handle";
import { granted, refused } from "@/lib/domain/ruling";
import { FACE_COLUMNS, toFace } from "@/lib/server/callers/faces";
import { holdHandle, isHeldHandle } from "@/lib/server/callers/held-handles";
import type { Prisma } from "@/lib/server/generated/prisma/client";
import { defineCommand } from "@/lib/server/http/command";
import { spend } from "@/lib/server/limits/limits";
import { isDuplicate } from "@/lib/server/postgres/database-fault";
import { inTransaction } from "@/lib/server/postgres/in-transaction";
import { profileChanges } from "@/lib/wire/people/inputs";
import { profileAnswer } from "@/lib/wire/people/views";

/** Changes one's own name, handle, words, links, topics and languages, and one's wishes of how others meet one. Handles are unique; those that pass for the house are taken, and so are those that somebody else gave up lately. */
export const editProfile = defineCommand({
  who: "member",
  limit: "profileEditsOfPerson",
  input: profileChanges,
  output: profileAnswer,
  refusals: ["handle_taken", "too_many"],
  summary: "Edit my profile",
  run: async ({ caller, input: { quiet, hideHat, protect, ...words } }) => {
    if (words.handle !== undefined && isReservedHandle(words.handle)) return refused("handle_taken");
    const since = (wanted: boolean): Date | null => (wanted ? new Date() : null);
    const data = {
      ...words,
      ...(quiet !== undefined && { quietSince: since(quiet) }),
      ...(hideHat !== undefined && { hatHiddenAt: since(hideHat) }),
      ...(protect !== undefined && { protectedAt: since(protect) }),
    };
    try {
      return await change(caller.id, data);
    } catch (fault) {
      if (fault === HANDLE_TAKEN || isDuplicate(fault)) return refused("handle_taken");
      if (isTooMany(fault)) return refused("too_many", { retryAfterSeconds: fault.waitSeconds });
      throw fault;
    }
  },
});

/** Thrown to undo the transaction. */
const HANDLE_TAKEN = new Error("the handle is held for whoever gave it up");

/** Thrown to undo the transaction. */
const tooManyHandles = (waitSeconds: number) =>
  Object.assign(new Error("another handle was wanted too often"), { waitSeconds });

const isTooMany = (fault: unknown): fault is { waitSeconds: number } =>
  fault instanceof Error && "waitSeconds" in fault;

/**
 * Writes the row before it looks the handle up among those given up: a caller who waited here for its owner to give it up
 * sees that they did. Throws HANDLE_TAKEN or what tooManyHandles makes; only a handle that is to be had is counted.
 */
const change = (personId: string, data: Prisma.PersonUpdateInput) =>
  inTransaction(async (tx) => {
    const where = { id: personId };
    const before = data.handle === undefined ? null : await tx.person.findUnique({ where, select: { handle: true } });
    const person = await tx.person.update({ where, data, select: FACE_COLUMNS });
    if (person.handle && before && before.handle !== person.handle) {
      if (await isHeldHandle(person.handle, personId, tx)) throw HANDLE_TAKEN;
      const waitSeconds = await spend("handlesOfPerson", personId);
      if (waitSeconds !== null) throw tooManyHandles(waitSeconds);
      if (before.handle) await holdHandle(tx, before.handle, personId);
    }
    return granted({ person: toFace(person) });
  });
