import { readInviteCode } from "@/lib/domain/invite-codes/invite-code";
import { granted, type Ruling, refused } from "@/lib/domain/ruling";
import { spend } from "@/lib/server/limits/limits";
import { type FoundCode, inviteCode } from "@/lib/server/queries/invite-codes/invite-code";

/**
 * The code that somebody typed or followed a link of. `not_found` for what never was a code, for one that was revoked and for one
 * whose maker is gone: nobody learns which. Those are counted by address, and too many of them refused before any row is read.
 */
export async function findInviteCode(
  typed: string,
  address: string,
): Promise<Ruling<FoundCode, "invite_spent" | "not_found" | "too_many">> {
  const waitSeconds = await spend("wrongLinksFromAddress", address, 0);
  if (waitSeconds !== null) return refused("too_many", { retryAfterSeconds: waitSeconds });
  const code = readInviteCode(typed);
  const found = code === null ? null : await inviteCode({ code });
  if (found?.state === "open") return granted(found);
  if (found?.state === "spent") return refused("invite_spent");
  await spend("wrongLinksFromAddress", address);
  return refused("not_found");
}
