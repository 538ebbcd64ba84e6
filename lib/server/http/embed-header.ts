import { isEmbedPage } from "@/lib/domain/sharing/embed";

/** Says `1` where a page is the player that stands in other sites' frames: it has none of our own frame around it. Written by proxy.ts over whatever came in. */
export const EMBED_HEADER = "x-plenum-embed";

/** What it says of a request's target. */
export const embedMark = (target: string): "0" | "1" => (isEmbedPage(target) ? "1" : "0");
