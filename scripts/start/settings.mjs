import { createECDH, randomBytes } from "node:crypto";
import { chmodSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseEnv } from "node:util";
import { PROJECT } from "./folders.mjs";

const GENERATED = {
  PLENUM_SECRET: () => randomBytes(32).toString("base64url"),
  LIVEKIT_API_KEY: () => `plenum${randomBytes(4).toString("hex")}`,
  LIVEKIT_API_SECRET: () => randomBytes(32).toString("base64url"),
  POSTGRES_PASSWORD: () => randomBytes(18).toString("base64url"),
  PLENUM_PUSH_KEY: makePushKey,
};

/** A private key of the curve P-256, always of 32 bytes. */
function makePushKey() {
  const pair = createECDH("prime256v1");
  pair.generateKeys();
  return Buffer.from(pair.getPrivateKey("hex").padStart(64, "0"), "hex").toString("base64url");
}

/**
 * What the person set: the environment before `.env`. An empty value counts as not set.
 * @returns {Record<string, string>}
 */
export function readSettings() {
  const file = join(PROJECT, ".env");
  const written = existsSync(file) ? parseEnv(readFileSync(file, "utf8")) : {};
  return Object.fromEntries(Object.entries({ ...written, ...process.env }).filter(([, value]) => value));
}

/**
 * The secrets of this data folder, made once and kept readable for their owner only.
 * @returns {Record<keyof typeof GENERATED, string>}
 */
export function readSecrets(dataFolder) {
  const file = join(dataFolder, "secrets.env");
  const kept = existsSync(file) ? parseEnv(readFileSync(file, "utf8")) : {};
  const missing = Object.keys(GENERATED).filter((name) => !kept[name]);
  for (const name of missing) kept[name] = GENERATED[name]();
  if (missing.length > 0) {
    const lines = Object.entries(kept).map(([name, value]) => `${name}=${value}\n`);
    writeFileSync(file, `# Made by the first start. Whoever has these can act as this Plenum.\n${lines.join("")}`, {
      mode: 0o600,
    });
  }
  chmodSync(file, 0o600);
  return kept;
}
