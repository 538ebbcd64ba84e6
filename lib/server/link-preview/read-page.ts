import type { IncomingMessage } from "node:http";
import { isPublicAddress } from "./is-public-address";
import type { Network } from "./network";

const MAX_REDIRECTS = 3;
const MAX_BYTES = 256 * 1_024;

/** The start of a page's HTML. `unsafe`: the link, or where it leads, is not of the public internet. */
export type PageRead = { kind: "page"; html: string } | { kind: "unsafe" } | { kind: "nothing" };

/**
 * Reads a page as a stranger would. Every address of every name on the way is checked, and the connection is made to an
 * address that was checked. Throws where it cannot be reached. Source: behaviours 13.
 */
export async function readPage(start: URL, network: Network, signal: AbortSignal): Promise<PageRead> {
  let url = start;
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
    if (!isPlainHttps(url)) return { kind: "unsafe" };
    const addresses = await network.resolve(url.hostname.replace(/^\[|\]$/g, ""));
    const [address] = addresses;
    if (!address || !addresses.every((one) => isPublicAddress(one.address))) return { kind: "unsafe" };
    signal.throwIfAborted();
    const answer = await network.open(url, address, signal);
    const next = redirectOf(answer, url);
    if (!next) return readHtml(answer);
    answer.destroy();
    url = next;
  }
  return { kind: "nothing" };
}

const isPlainHttps = (url: URL): boolean =>
  url.protocol === "https:" && url.port === "" && url.username === "" && url.password === "";

function redirectOf({ statusCode = 0, headers }: IncomingMessage, from: URL): URL | null {
  if (statusCode < 300 || statusCode >= 400 || !headers.location) return null;
  return URL.canParse(headers.location, from) ? new URL(headers.location, from) : null;
}

async function readHtml(answer: IncomingMessage): Promise<PageRead> {
  const type = answer.headers["content-type"] ?? "";
  if (answer.statusCode !== 200 || !/^text\/html\b/i.test(type)) {
    answer.destroy();
    return { kind: "nothing" };
  }
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of answer) {
    chunks.push(chunk as Buffer);
    bytes += (chunk as Buffer).length;
    // Leaving the loop closes the connection; a title stands at the start.
    if (bytes >= MAX_BYTES) break;
  }
  return { kind: "page", html: Buffer.concat(chunks).subarray(0, MAX_BYTES).toString("utf8") };
}
