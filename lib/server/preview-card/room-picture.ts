import { type RoomId, toId } from "@/lib/domain/ids";
import { env } from "@/lib/env";
import { oncePerProcess } from "@/lib/server/postgres/process";
import { knownRoom } from "@/lib/server/queries/rooms/known-room";
import { type CardFacts, cardFacts, NOTHING_SHOWN } from "./card-facts";
import { type CardWords, drawCard, type HallDrawing } from "./draw-card";
import { cardFonts } from "./fonts";
import { Line } from "./line";

/** How long a picture is shown as it was drawn; services that fetch links keep it longer anyway. */
const KEPT_MS = 60_000;
const MOST_KEPT = 200;

/** Pictures that wait to be drawn. A caller beyond that gets the one that says nothing. */
const MOST_WAITING = 8;

type Kept = { facts: string; drawnAt: number; picture: Promise<Buffer> };

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
  return facts === NOTHING_SHOWN || !roomId ? drawn("", NOTHING_SHOWN, drawing) : drawn(roomId, facts, drawing);
}

function drawn(key: string, facts: CardFacts, drawing: Drawing): Promise<Buffer> {
  const { kept, line } = oncePerProcess("roomPictures", () => ({ kept: new Map<string, Kept>(), line: new Line() }));
  const now = Date.now();
  const text = JSON.stringify([facts.title, facts.status]);
  const known = kept.get(key);
  // A picture that says nothing never grows old; a new title is drawn at once.
  if (known?.facts === text && (key === "" || now - known.drawnAt < KEPT_MS)) return known.picture;
  if (key !== "" && line.waiting >= MOST_WAITING) return drawn("", NOTHING_SHOWN, drawing);
  const host = new URL(env().PLENUM_URL).host;
  const picture = line.after(async () => drawCard(facts, drawing.hall(facts), await drawing.words(facts, host)));
  kept.delete(key);
  kept.set(key, { facts: text, drawnAt: now, picture });
  const [oldest] = kept.keys();
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  // One that could not be drawn is tried anew by the next who asks.
  picture.catch(() => kept.delete(key));
  return picture;
}
