/** The player's page of a room, which may stand in a frame on anybody's site. An address that says anything else is not it. */
const EMBED_PAGE = /^\/embed\/rooms\/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?:\?[^#]*)?$/;

/** Whether a request's target is the one kind of page that other sites may frame. */
export const isEmbedPage = (target: string): boolean => EMBED_PAGE.test(target);

export const embedPath = (roomId: string): string => `/embed/rooms/${roomId}`;

/** In CSS pixels. Narrower than the least and its controls stand on each other. */
export const EMBED_SIZE = { width: 480, height: 320, least: { width: 240, height: 200 } };

type Embed = { origin: string; roomId: string; title: string; width?: number; height?: number };

/**
 * The frame that plays a room on another site, as HTML. As wide as its place there, up to `width`. It asks that site for nothing but
 * leave to play; a frame without our address would be one of nobody, and could ask our server nothing.
 */
export function embedHtml({ origin, roomId, title, width, height = EMBED_SIZE.height }: Embed): string {
  const src = escaped(`${origin}${embedPath(roomId)}`);
  const most = width === undefined ? "" : `;max-width:${width}px`;
  return `<iframe src="${src}" title="${escaped(title)}" width="${width ?? "100%"}" height="${height}" style="border:0;border-radius:16px${most}" allow="autoplay" loading="lazy"></iframe>`;
}

const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? "");
