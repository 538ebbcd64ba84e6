import { isIPv4, isIPv6 } from "node:net";
import { env } from "@/lib/env";

/** The header in which our node:http entry notes the socket's address, after deleting what came in under that name. */
export const ADDRESS_HEADER = "x-plenum-address";

/**
 * The address that limits count by: an IPv4 address, the /64 of an IPv6 address, or `unknown`.
 * X-Forwarded-For is believed for as many entries, from its end, as there are proxies in front (PLENUM_TRUST_PROXY).
 */
export function addressOf(request: Pick<Request, "headers">): string {
  return networkOf(forwardedAddress(request.headers) ?? request.headers.get(ADDRESS_HEADER) ?? "");
}

/** All that one IPv6 customer is given at most, a /56, around a network as addressOf names it; an IPv4 address is its own. */
export function siteOf(network: string): string {
  const groups = /^([^:]+:[^:]+:[^:]+):([0-9a-f]{1,4})::\/64$/.exec(network);
  return groups ? `${groups[1]}:${groups[2]?.padStart(4, "0").slice(0, 2)}00::/56` : network;
}

function forwardedAddress(headers: Headers): string | null {
  const hops = env().PLENUM_TRUST_PROXY;
  if (hops === 0) return null;
  const entries = (headers.get("x-forwarded-for") ?? "").split(",").map((entry) => entry.trim());
  return entries[Math.max(0, entries.length - hops)] || null;
}

/** One household or office: its IPv4 address, or the /64 from which it can take any IPv6 address it likes. */
function networkOf(address: string): string {
  const bare = withoutPort(address.trim());
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(bare)?.[1] ?? bare;
  if (isIPv4(mapped)) return mapped;
  const withoutZone = bare.split("%")[0] ?? "";
  return isIPv6(withoutZone) ? `${firstFourGroups(withoutZone)}::/64` : "unknown";
}

/** `[2001:db8::1]:443` and `192.0.2.1:443` as some proxies write them. */
function withoutPort(address: string): string {
  return /^\[([^\]]+)\](?::\d+)?$/.exec(address)?.[1] ?? /^(\d+\.\d+\.\d+\.\d+):\d+$/.exec(address)?.[1] ?? address;
}

function firstFourGroups(address: string): string {
  const [head = "", tail] = address.toLowerCase().split("::");
  const front = head === "" ? [] : head.split(":");
  const back = tail ? tail.split(":") : [];
  const zeros = tail === undefined ? [] : Array<string>(Math.max(0, 8 - front.length - back.length)).fill("0");
  const groups = [...front, ...zeros, ...back].slice(0, 4);
  return groups.map((group) => group.replace(/^0+(?=.)/, "")).join(":");
}
