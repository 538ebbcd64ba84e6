import { type RoomId, toId } from "@/lib/domain/ids";
import { EMBED_SIZE, embedHtml } from "@/lib/domain/sharing/embed";
import { env } from "@/lib/env";
import { knownRoom } from "@/lib/server/queries/rooms/known-room";
import type { OembedAsked } from "@/lib/wire/sharing/inputs";
import type { OembedAnswer } from "@/lib/wire/sharing/views";

const CACHE_SECONDS = 60;

const PICTURE = { width: 1_200, height: 630 };

const ROOM_PAGE = /^\/(?:embed\/)?rooms\/([^/]+)\/?$/;

/** How another site shows the room of this address; null where it is none of ours, or not everybody may know of it. */
export async function oembed({ url, maxwidth, maxheight }: OembedAsked): Promise<OembedAnswer | null> {
  const roomId = roomOf(url);
  if (!roomId) return null;
  const view = (await knownRoom(null, roomId))?.view;
  if (view?.room.kind !== "open") return null;
  const { origin } = new URL(env().PLENUM_URL);
  const { title } = view.room;
  const width = Math.min(EMBED_SIZE.width, maxwidth ?? EMBED_SIZE.width);
  const height = Math.min(EMBED_SIZE.height, maxheight ?? EMBED_SIZE.height);
  const host = (view.main ?? view).stage.find(({ role, handle }) => role === "host" && handle !== null);
  const hasSpace = PICTURE.width <= (maxwidth ?? PICTURE.width) && PICTURE.height <= (maxheight ?? PICTURE.height);
  return {
    version: "1.0",
    type: "rich",
    provider_name: "Plenum",
    provider_url: origin,
    title,
    ...(host && { author_name: host.name, author_url: `${origin}/people/${host.handle}` }),
    cache_age: CACHE_SECONDS,
    html: embedHtml({ origin, roomId, title, width, height }),
    width,
    height,
    ...(hasSpace && {
      thumbnail_url: `${origin}/rooms/${roomId}/card.png`,
      thumbnail_width: PICTURE.width,
      thumbnail_height: PICTURE.height,
    }),
  };
}

/** An address of ours, by the very name that people come by. */
function roomOf(url: string): RoomId | null {
  if (!URL.canParse(url)) return null;
  const { origin, pathname } = new URL(url);
  if (origin !== new URL(env().PLENUM_URL).origin) return null;
  return toId<RoomId>(ROOM_PAGE.exec(pathname)?.[1] ?? "");
}
