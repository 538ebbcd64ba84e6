/** The player's page of a room, which may stand in a frame on anybody's site. An address that says anything else is not it. */
const EMBED_PAGE = /^\/embed\/rooms\/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?:\?[^#]*)?$/;

/** Whether a request's target is the one kind of page that other sites may frame. */
export const isEmbedPage = (target: string): boolean => EMBED_PAGE.test(target);

/** In CSS pixels. */
export const EMBED_SIZE = { width: 480, height: 320 };

type Embed = { origin: string; roomId: string; title: string; width?: number; height?: number };

/** The frame that plays a room on another site, as HTML; as wide as its place there, or `width`. It asks that site for nothing but leave to play. */
export function embedHtml({ origin, roomId, title, width, height = EMBED_SIZE.height }: Embed): string {
  const src = escaped(`${origin}/embed/rooms/${roomId}`);
  const style = "border:0;border-radius:16px;max-width:100%";
  return `<iframe src="${src}" title="${escaped(title)}" width="${width ?? "100%"}" height="${height}" style="${style}" allow="autoplay" loading="lazy"></iframe>`;
}

const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? "");
