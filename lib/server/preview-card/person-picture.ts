import { env } from "@/lib/env";
import { publicProfile } from "@/lib/server/queries/sharing/public-profile";
import { drawPerson, type PersonWords } from "./draw-person";
import { cardFonts } from "./fonts";
import { keptPicture } from "./kept-picture";
import { NOBODY, type PersonFacts, personFacts } from "./person-facts";

type Drawing = {
  portrait: (facts: PersonFacts) => string;
  words: (facts: PersonFacts, host: string) => Promise<PersonWords>;
};

/** The picture for links to a member, as everybody sees them; of whoever is not there for everybody, one that says nothing. */
export async function personPicture(handle: string, drawing: Drawing): Promise<Buffer> {
  const person = await publicProfile(handle);
  const facts = personFacts(person, cardFonts());
  const ofPerson = person && drawn(`person ${person.id}`, facts, drawing);
  return (await ofPerson) ?? (drawn("nobody", NOBODY, drawing) as Promise<Buffer>);
}

function drawn(key: string, facts: PersonFacts, { portrait, words }: Drawing): Promise<Buffer> | null {
  const { host } = new URL(env().PLENUM_URL);
  const { followers: _, ...told } = facts;
  return keptPicture({
    key,
    facts: JSON.stringify(told),
    forever: facts === NOBODY,
    draw: async () => drawPerson(facts, portrait(facts), await words(facts, host)),
  });
}
