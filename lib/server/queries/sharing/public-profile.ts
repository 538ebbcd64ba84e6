import { profile } from "@/lib/server/queries/people/profile";
import type { PersonProfile } from "@/lib/wire/people/views";
import { isPublicPerson } from "./public-people";

/** A member as everybody sees them; null for who is not there for everybody. */
export async function publicProfile(handle: string): Promise<PersonProfile | null> {
  const person = await profile(null, { handle });
  return person && (await isPublicPerson(person.id)) ? person : null;
}
