import type { RoomView } from "@/lib/wire/rooms/views";
import { drawable } from "./drawable";
import type { CardFonts } from "./fonts";

/** Names beyond these are a number. */
const NAMES_SHOWN = 3;

/** What a picture tells of a room. `title` null: of no room in particular, or in a script that cannot be drawn. */
export type CardFacts = {
  title: string | null;
  status: "live" | "scheduled" | "ended" | null;
  scheduledFor: string | null;
  /** Of those on stage whose names can be drawn. */
  names: string[];
  /** How many more are on stage. */
  more: number;
  onStage: number;
  listening: number;
  capacity: number;
};

/** The picture of everything that not everybody may know of: it says nothing, not even whether there is such a room. */
export const NOTHING_SHOWN: CardFacts = {
  title: null,
  status: null,
  scheduledFor: null,
  names: [],
  more: 0,
  onStage: 0,
  listening: 0,
  capacity: 1,
};

/** Of a room that everybody may know of; all others are drawn as nothing in particular. */
export function cardFacts(view: RoomView | null, { covers }: CardFonts): CardFacts {
  if (view?.room.kind !== "open") return NOTHING_SHOWN;
  const { room, audienceCount } = view;
  const stage = (view.main ?? view).stage;
  const names = stage.map(({ name }) => drawable(name)).filter((name) => name !== "" && covers(name));
  const shown = names.slice(0, NAMES_SHOWN);
  const title = drawable(room.title);
  return {
    title: title !== "" && covers(title) ? title : null,
    status: room.status,
    scheduledFor: room.scheduledFor,
    names: shown,
    more: stage.length - shown.length,
    onStage: view.stage.length,
    listening: audienceCount,
    capacity: room.capacity,
  };
}
