import { env } from "@/lib/env";
import { portraitName } from "@/lib/server/portraits/change-portrait";
import { portraitStore } from "@/lib/server/portraits/choose-store";
import { log } from "@/lib/server/postgres/log";
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
    draw: async () => drawPerson(facts, (await uploaded(facts)) ?? portrait(facts), await words(facts, host)),
  });
}

/** The picture that they uploaded, on a square of 100 like the drawn one. Null where there is none, or it cannot be had just now. */
async function uploaded({ portrait: key }: PersonFacts): Promise<string | null> {
  if (key === null) return null;
  try {
    const picture = await portraitStore().get(portraitName(key, "large"));
    if (!picture) return null;
    const { default: sharp } = await import("sharp");
    // What draws the SVG reads no WebP.
    const png = await sharp(picture).png().toBuffer();
    return `<image width="100" height="100" href="data:image/png;base64,${png.toString("base64")}"/>`;
  } catch (fault) {
    log().warn({ err: fault }, "a portrait for a link's picture was not to be had");
    return null;
  }
}
