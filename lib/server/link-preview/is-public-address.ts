import ipaddr from "ipaddr.js";

/** All that is handed out to the public internet in IPv6; NAT64 and whatever else wraps an IPv4 address lies outside or is named. */
const GLOBAL_IPV6 = ipaddr.parseCIDR("2000::/3");

/** Whether an address is one of the public internet: not private, loopback, link-local, shared, multicast or reserved, nor another wrapped. */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false;
  const address = ipaddr.parse(text);
  return address.range() === "unicast" && (address.kind() === "ipv4" || address.match(GLOBAL_IPV6));
}
