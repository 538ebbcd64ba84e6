import { existsSync } from "node:fs";
import { runShown } from "./run-shown.mjs";

/** Where Debian and its kin put the browser. */
const SYSTEM_CHROMIUM = "/usr/bin/chromium";

/**
 * Makes sure that there is a browser for the tests: PLENUM_CHROMIUM, the system's, Debian's package as root,
 * else Playwright's own download. Answers whether there is one.
 */
export async function ensureChromium() {
  if (process.env.PLENUM_CHROMIUM || existsSync(SYSTEM_CHROMIUM)) return true;
  if (existsSync("/etc/debian_version") && process.getuid?.() === 0) {
    const quiet = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    await runShown(["apt-get", "update", "-qq"], quiet);
    if ((await runShown(["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"], quiet)) === 0)
      return true;
  }
  return (await runShown(["npx", "playwright", "install", "chromium"])) === 0;
}
