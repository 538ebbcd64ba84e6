import { networkInterfaces } from "node:os";
import { ExpectedFault } from "./expected-fault.mjs";

/**
 * Where people reach this start, and where its servers therefore listen.
 * @param {{ settings: Record<string, string>, lan: boolean, ports: { web: number, media: number } }} given
 * @returns {{ url: string, bind: string, mediaUrl: string, mediaAddress: string, isLocal: boolean }}
 */
export function chooseAddress({ settings, lan, ports }) {
  if (!settings.PLENUM_URL && !lan) {
    const bind = "127.0.0.1";
    return {
      url: `http://localhost:${ports.web}`,
      bind,
      mediaUrl: `ws://127.0.0.1:${ports.media}`,
      mediaAddress: bind,
      isLocal: true,
    };
  }
  const host = lanAddress();
  const url = (settings.PLENUM_URL ?? `http://${host}:${ports.web}`).replace(/\/+$/, "");
  const { protocol, host: publicHost, hostname } = parseUrl(url);
  return {
    url,
    bind: "0.0.0.0",
    // Behind https the reverse proxy hands /rtc on to LiveKit; a browser would refuse plain ws there.
    mediaUrl: protocol === "https:" ? `wss://${publicHost}` : `ws://${hostname}:${ports.media}`,
    mediaAddress: host,
    isLocal: false,
  };
}

/** Browsers give a microphone only to https and to this very machine. */
export function isListeningOnly(url) {
  const { protocol, hostname } = parseUrl(url);
  return protocol !== "https:" && !["localhost", "127.0.0.1", "[::1]"].includes(hostname);
}

function parseUrl(url) {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (parsed && /^https?:$/.test(parsed.protocol)) return parsed;
  throw new ExpectedFault(`PLENUM_URL must be an address like https://plenum.example, not "${url}".`);
}

function lanAddress() {
  const outward = Object.values(networkInterfaces())
    .flat()
    .find((address) => address?.family === "IPv4" && !address.internal);
  return outward?.address ?? "127.0.0.1";
}
