import { existsSync } from "node:fs";
import { chromiumPath } from "./find-chromium.mjs";
import { runShown } from "./run-shown.mjs";

/**
 * Makes sure that there is a browser for the tests: one that is there, Debian's package as root, else Playwright's own
 * download. Answers whether there is one.
 */
export async function ensureChromium() {
  if (chromiumPath()) return true;
  if (existsSync("/etc/debian_version") && process.getuid?.() === 0) {
    const quiet = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    await runShown(["apt-get", "update", "-qq"], quiet);
    if (
      (await runShown(
        ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium-headless-shell"],
        quiet,
      )) === 0
    )
      return true;
  }
  return (await runShown(["npx", "playwright", "install", "chromium"])) === 0;
}
