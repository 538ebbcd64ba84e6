/** The names by which a machine means itself, as they stand in an address. */
export const isLoopback = (hostname: string): boolean => /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/i.test(hostname);

/** Where a browser believes it is. `isFirstHand`: no proxy stood between, so that the host is what the person typed. */
export type AskedAddress = { host: string; protocol: "http:" | "https:" | null; isFirstHand: boolean };

/**
 * Whether a page was asked for at the instance's own address (`right`), at another name of the very same machine and
 * port, from where it is safe to lead on (`alias`), or at another address, where signing in cannot work (`other`).
 * A protocol that is not known is taken for the right one. A proxy that asks by the name of its upstream hides what the
 * person typed, and is taken for right too.
 */
export function judgeAddress(asked: AskedAddress, instanceUrl: string): "right" | "alias" | "other" {
  const own = new URL(instanceUrl);
  const address = `${asked.protocol ?? own.protocol}//${asked.host}`;
  if (!URL.canParse(address)) return "other";
  const here = new URL(address);
  if (here.origin === own.origin) return "right";
  if (!asked.isFirstHand && isUpstreamName(here.hostname)) return "right";
  const sameMachine = isLoopback(here.hostname) && isLoopback(own.hostname);
  return sameMachine && asked.isFirstHand && here.port === own.port && here.protocol === own.protocol
    ? "alias"
    : "other";
}

/** What proxies call the process behind them: a number, this machine, a name without a dot. */
const isUpstreamName = (hostname: string): boolean =>
  isLoopback(hostname) || !hostname.includes(".") || /^[\d.]+$/.test(hostname);
