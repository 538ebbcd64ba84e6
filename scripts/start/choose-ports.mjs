import { freePort } from "./free-port.mjs";

const WEB = 3000;
const MEDIA = 7880;

/**
 * A free port for everyone who listens, but Postgres, which listens before: the usual one, or the next free one after it.
 * @param {Record<string, string>} settings PORT is where to look for the web's
 */
export async function choosePorts(settings) {
  const taken = new Set();
  const media = await freePort(MEDIA, taken);
  return {
    web: await freePort(Number(settings.PORT ?? WEB), taken),
    media,
    mediaTcp: await freePort(media + 1, taken),
    mediaUdp: await freePort(media + 2, taken, "udp"),
  };
}
