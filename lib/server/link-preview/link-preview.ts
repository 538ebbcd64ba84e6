import { granted, type Ruling, refused } from "@/lib/domain/ruling";
import type { PinnedLinkView } from "@/lib/wire/rooms/views";
import { INTERNET } from "./network";
import { type PageRead, readPage } from "./read-page";
import { readTitle } from "./read-title";

/** In all, with names, redirects and reading: a moderator waits for it. */
const PATIENCE_MS = 3_000;

/**
 * How a link is shown. A page that cannot be read is shown by the name of its host; refused `link_unsafe` where the link,
 * or where it leads, is no plain https page of the public internet.
 */
export async function linkPreview(address: string, network = INTERNET): Promise<Ruling<PinnedLinkView, "link_unsafe">> {
  if (!URL.canParse(address)) return refused("link_unsafe");
  const url = new URL(address);
  const read = await withinPatience((signal) => readPage(url, network, signal));
  if (read.kind === "unsafe") return refused("link_unsafe");
  const { title, site } = read.kind === "page" ? readTitle(read.html) : { title: "", site: "" };
  return granted({ url: url.href, title, site: site || url.hostname.replace(/^www\./, "") });
}

async function withinPatience(read: (signal: AbortSignal) => Promise<PageRead>): Promise<PageRead> {
  const signal = AbortSignal.timeout(PATIENCE_MS);
  const late = new Promise<PageRead>((resolve) => {
    signal.addEventListener("abort", () => resolve({ kind: "nothing" }), { once: true });
  });
  return Promise.race([read(signal).catch((): PageRead => ({ kind: "nothing" })), late]);
}
