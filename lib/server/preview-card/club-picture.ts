import { env } from "@/lib/env";
import { club as readClub } from "@/lib/server/queries/clubs/club";
import { type ClubFacts, clubFacts, NO_CLUB } from "./club-facts";
import { type CardWords, drawCard, type HallDrawing } from "./draw-card";
import { cardFonts } from "./fonts";
import { keptPicture } from "./kept-picture";

type Drawing = {
  hall: (facts: ClubFacts) => HallDrawing;
  words: (facts: ClubFacts, host: string) => Promise<CardWords>;
};

/** The picture for links to a club, as everybody sees it; of one that is not there for everybody, one that says nothing. */
export async function clubPicture(handle: string, drawing: Drawing): Promise<Buffer> {
  const club = await readClub(null, { handle });
  const ofClub = club && drawn(`club ${club.id}`, clubFacts(club, cardFonts()), drawing);
  return (await ofClub) ?? (drawn("no club", NO_CLUB, drawing) as Promise<Buffer>);
}

function drawn(key: string, facts: ClubFacts, { hall, words }: Drawing): Promise<Buffer> | null {
  const { host } = new URL(env().PLENUM_URL);
  return keptPicture({
    key,
    facts: JSON.stringify([facts.title, facts.about]),
    forever: facts === NO_CLUB,
    draw: async () => drawCard({ title: facts.title, status: null }, hall(facts), await words(facts, host)),
  });
}
