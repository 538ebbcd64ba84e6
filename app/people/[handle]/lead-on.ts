import { notFound, redirect } from "next/navigation";
import { lastHolderOf } from "@/lib/server/callers/held-handles";
import { profile } from "@/lib/server/queries/people/profile";
import type { Onlooker } from "@/lib/server/queries/rooms/visibility";

/** From a handle that somebody gave up lately to the one they have now, by a 307; 404 where there is no such person for the caller. `rest`: of the path. */
export async function leadOn(caller: Onlooker, handle: string, rest = ""): Promise<never> {
  const id = await lastHolderOf(handle.toLowerCase());
  const person = id && (await profile(caller, { id }));
  if (!person) notFound();
  redirect(`/people/${person.handle}${rest}`);
}
