import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { PROJECT } from "../folders.mjs";
import { LIVEKIT_VERSION } from "./find.mjs";

const READY_WITHIN_MS = 60_000;
const TRY_EVERY_MS = 50;

/**
 * How to run the media server on this machine: one node, rooms made by us only.
 * @param {{ kind: "binary", path: string } | { kind: "docker" }} found
 * @param {{ dataFolder: string, ports: { media: number, mediaTcp: number, mediaUdp: number, web: number }, secrets: Record<string, string>, address: { bind: string, mediaAddress: string } }} given
 * @returns {import("../processes/supervise.mjs").Service}
 */
export function liveKitService(found, given) {
  const file = join(given.dataFolder, "livekit.yaml");
  writeFileSync(file, config(given), { mode: 0o600 });
  const [command, ...args] =
    found.kind === "binary" ? [found.path, "--config", file] : [...container(file), "--config", "/livekit.yaml"];
  return { name: "livekit", command, args, cwd: PROJECT, ready: () => untilAnswers(given.ports.media) };
}

function config({ ports, secrets, address }) {
  const settings = {
    port: ports.media,
    bind_addresses: [address.bind],
    logging: { json: false, level: "info" },
    rtc: {
      // The browser then chooses the path: a server that chooses waits a second for addresses which browsers hide.
      use_ice_lite: true,
      tcp_port: ports.mediaTcp,
      udp_port: ports.mediaUdp,
      node_ip: address.mediaAddress,
      // Every IPv4 address of the machine is told as this one; with sockets on others too, it is chance, at each start, on which of
      // them LiveKit expects who comes there, and on the wrong one it answers nobody.
      ips: { includes: [`${address.mediaAddress}/32`] },
      use_external_ip: false,
      enable_loopback_candidate: address.mediaAddress === "127.0.0.1",
    },
    room: { auto_create: false, enabled_codecs: [{ mime: "audio/opus" }, { mime: "audio/red" }] },
    keys: { [secrets.LIVEKIT_API_KEY]: secrets.LIVEKIT_API_SECRET },
    webhook: { api_key: secrets.LIVEKIT_API_KEY, urls: [`http://127.0.0.1:${ports.web}/api/webhooks/livekit`] },
  };
  // JSON is YAML, too.
  return `${JSON.stringify(settings, null, 2)}\n`;
}

/** The host's own network, so that ports, addresses and the way back to our webhook are the same as without a container. */
function container(file) {
  const image = `livekit/livekit-server:v${LIVEKIT_VERSION}`;
  return ["docker", "run", "--rm", "--network=host", "--volume", `${file}:/livekit.yaml:ro`, image];
}

async function untilAnswers(port) {
  const deadline = Date.now() + READY_WITHIN_MS;
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${port}/`).catch(() => null);
    if (answer?.ok) return;
    if (Date.now() > deadline) throw new Error("LiveKit does not answer");
    await new Promise((wake) => setTimeout(wake, TRY_EVERY_MS));
  }
}
