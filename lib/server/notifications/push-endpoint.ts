import { lookup as lookUp } from "node:dns";
import { Agent as HttpAgent } from "node:http";
import { Agent } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { isLoopback } from "@/lib/domain/instance-address";
import { isLocalMode } from "@/lib/server/callers/local-mode";
import { isPublicAddress } from "@/lib/server/link-preview/is-public-address";
import { oncePerProcess } from "@/lib/server/postgres/process";

/** Names of the house's own network, whatever they resolve to. */
const INSIDE = /(^|\.)(localhost|local|internal|lan|home\.arpa)$/i;

/**
 * Whether pushes may be sent to this address, which a browser gave: a push service of the public internet, by https. In local mode
 * also one on this very machine. What its name leads to is looked at again whenever something is sent (publicAgent).
 */
export function isPushEndpoint(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, port, username, password, hash } = new URL(address);
  if (username !== "" || password !== "" || hash !== "") return false;
  if (isHere(address)) return true;
  const bare = hostname.replace(/^\[|\]$/g, "");
  if (protocol !== "https:" || port !== "" || !bare.includes(isIP(bare) === 6 ? ":" : ".")) return false;
  return isIP(bare) ? isPublicAddress(bare) : !INSIDE.test(bare);
}

/** Of this very machine, where the instance itself is of it. */
const isHere = (address: string): boolean => isLocalMode() && isLoopback(new URL(address).hostname);

const MAX_SOCKETS = 256;

/** The connections on which pushes to this address go. A name of a push service that leads into a private network leads nowhere. */
export const agentFor = (address: string): HttpAgent =>
  isHere(address)
    ? oncePerProcess("pushHere", () => {
        const kept = { keepAlive: true, maxSockets: MAX_SOCKETS };
        return new URL(address).protocol === "https:" ? new Agent(kept) : new HttpAgent(kept);
      })
    : oncePerProcess(
        "pushAbroad",
        () => new Agent({ keepAlive: true, maxSockets: MAX_SOCKETS, lookup: lookUpPublic, timeout: 30_000 }),
      );

const lookUpPublic: LookupFunction = (host, options, answer) => {
  lookUp(host, { ...options, all: true }, (fault, addresses) => {
    if (fault) return answer(fault, []);
    if (!addresses.every(({ address }) => isPublicAddress(address)))
      return answer(new Error("a push service lies in a private network"), []);
    const [first] = addresses;
    if (options.all || !first) return answer(null, addresses);
    answer(null, first.address, first.family);
  });
};
