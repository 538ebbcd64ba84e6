import type { Caller } from "@/lib/server/callers/caller";
import { spend } from "./limits";

/** Counts one look through many rows, by the person or, without an account, by the address. Answers as `spend` does. */
export const spendSearch = async (
  caller: Caller | null,
  address: () => string | Promise<string>,
): Promise<number | null> =>
  caller ? spend("searchesOfPerson", caller.id) : spend("searchesFromAddress", await address());
