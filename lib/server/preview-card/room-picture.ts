import { type RoomId, toId } from "@/lib/domain/ids";
import { env } from "@/lib/env";
import { knownRoom } from "@/lib/server/queries/rooms/known-room";
import { type CardFacts, cardFacts, NOTHING_SHOWN } from "./card-facts";
import { type CardWords, drawCard, type HallDrawing } from "./draw-card";
import { cardFonts } from "./fonts";
import { keptPicture } from "./kept-picture";

type Drawing = {
  hall: (facts: CardFacts) => HallDrawing;
  words: (facts: CardFacts, host: string) => Promise<CardWords>;
};

/**
 * The picture for links to a room, as somebody sees it who is nobody: of a room that not everybody may know of, or that is
 * not there, it is one and the same picture that says nothing. Drawn one after another, and kept for a minute.
 */
export async function roomPicture(roomIdText: string, drawing: Drawing): Promise<Buffer> {
  const roomId = toId<RoomId>(roomIdText);
  const known = roomId ? await knownRoom(null, roomId) : null;
  const facts = cardFacts(known?.view ?? null, cardFonts());
  const ofRoom = facts === NOTHING_SHOWN ? null : drawn(`room ${roomId}`, facts, drawing);
  return (await ofRoom) ?? (drawn("no room", NOTHING_SHOWN, drawing) as Promise<Buffer>);
}

function drawn(key: string, facts: CardFacts, { hall, words }: Drawing): Promise<Buffer> | null {
  const { host } = new URL(env().PLENUM_URL);
  return keptPicture({
    key,
    facts: JSON.stringify([facts.title, facts.status]),
    forever: facts === NOTHING_SHOWN,
    draw: async () => drawCard(facts, hall(facts), await words(facts, host)),
  });
}
