import { redirect } from "next/navigation";
import type { Member } from "@/lib/server/callers/caller";
import { callerOfPage } from "@/lib/server/callers/session";

/** The member whose settings a page shows; whoever is none signs in first, and comes back to it. */
export async function memberOfPage(path: string): Promise<Member> {
  const caller = await callerOfPage();
  if (caller?.kind !== "member") redirect(`/sign-in?next=${path}`);
  return { ...caller, kind: "member" };
}
