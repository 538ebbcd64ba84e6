import type { IncomingMessage } from "node:http";
import { isLoopback } from "@/lib/domain/instance-address";
import { env } from "@/lib/env";

/** Says `1` where a request came from this very machine. Written by the web entry, after deleting what came in under that name. */
export const FROM_HERE_HEADER = "x-plenum-from-here";

/**
 * What browsers and scripts put on a request by themselves, and what our own pages add. There is no list of all that proxies,
 * tunnels and content networks add, so that whatever else comes is taken for the mark of one.
 */
const OF_THE_ASKER =
  /^(accept(-.+)?|access-control-request-.+|authorization|cache-control|connection|content-.+|cookie|date|device-memory|dnt|downlink|dpr|early-data|ect|expect|host|if-.+|keep-alive|last-event-id|next-.+|origin|ping-(from|to)|pragma|priority|purpose|range|referer|rsc|rtt|save-data|sec-.+|service-worker(-.+)?|te|trailer|transfer-encoding|upgrade(-insecure-requests)?|user-agent|viewport-width|width|x-(nextjs|plenum)-.+|x-(client-data|request-id|requested-with))$/;

/**
 * Whether this is a start on loopback without configuration: only then do the one-tap cast and /dev/mail exist.
 * An instance with a public address has neither, whatever else its environment says.
 */
export const isLocalMode = (): boolean => env().PLENUM_LOCAL && isLoopback(new URL(env().PLENUM_URL).hostname);

/**
 * Whether a request of local mode was asked on this very machine, as the web entry found it. A tunnel or a proxy to this
 * machine, and a page elsewhere whose name was made to point at it, find neither the one-tap cast nor anybody's mail.
 */
export const isAskedLocally = (headers: Pick<Headers, "get">): boolean =>
  isLocalMode() && headers.get(FROM_HERE_HEADER) === "1";

/** Whether a request of local mode has its socket on loopback, no proxy has marked it, and it asks for a loopback name. All three: each alone can be had from afar. */
export function isFromHere({ headers, socket }: Pick<IncomingMessage, "headers" | "socket">): boolean {
  // Nobody else is asked for it, and it is looked for in every header of every request.
  if (!isLocalMode()) return false;
  const address = (socket.remoteAddress ?? "").replace(/^::ffff:/i, "");
  const name = /^([^:]+|\[[^\]]*\])(?::\d+)?$/.exec(headers.host ?? "")?.[1] ?? "";
  return isLoopback(address.includes(":") ? `[${address}]` : address) && isLoopback(name) && !bearsMarkOfProxy(headers);
}

/** Whether a proxy passed a request on, as far as it says so: it bears something that who asks does not send. */
export const bearsMarkOfProxy = (headers: IncomingMessage["headers"]): boolean =>
  Object.keys(headers).some((name) => !OF_THE_ASKER.test(name));
