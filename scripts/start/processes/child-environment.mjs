import { join } from "node:path";

/**
 * What the processes are told: what the person set, and what this start decided.
 * @returns {{ all: Record<string, string | undefined>, own: Record<string, string> }} `own` is what the start decided,
 *   for `npm run plenum` and the tests, which join a running Plenum
 */
export function childEnvironment({ settings, secrets, address, ports, databaseUrl, dataFolder, dev }) {
  const own = {
    NODE_ENV: dev ? "development" : "production",
    DATABASE_URL: databaseUrl,
    PORT: String(ports.web),
    PLENUM_URL: address.url,
    PLENUM_BIND: settings.PLENUM_BIND ?? address.bind,
    PLENUM_LOCAL: address.isLocal ? "1" : "0",
    PLENUM_SECRET: secrets.PLENUM_SECRET,
    PLENUM_FILES: settings.PLENUM_FILES ?? join(dataFolder, "files"),
    PLENUM_PUSH_KEY: secrets.PLENUM_PUSH_KEY,
    LIVEKIT_URL: settings.LIVEKIT_URL ?? `ws://127.0.0.1:${ports.media}`,
    LIVEKIT_PUBLIC_URL: settings.LIVEKIT_PUBLIC_URL ?? settings.LIVEKIT_URL ?? address.mediaUrl,
    LIVEKIT_API_KEY: secrets.LIVEKIT_API_KEY,
    LIVEKIT_API_SECRET: secrets.LIVEKIT_API_SECRET,
  };
  return { own, all: { ...process.env, ...settings, ...own, NEXT_TELEMETRY_DISABLED: "1" } };
}
