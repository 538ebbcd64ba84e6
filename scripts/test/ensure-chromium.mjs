import { existsSync } from "node:fs";
import { chromiumPath, isDebianLacking } from "./find-chromium.mjs";
import { runShown } from "./run-shown.mjs";

const PACKAGES = ["chromium", "chromium-headless-shell"];

/**
 * Makes sure that there is a browser for the tests: one that is there, Debian's packages as root, else Playwright's own
 * download. Answers whether there is one.
 */
export async function ensureChromium() {
  if (isDebianLacking() && existsSync("/etc/debian_version") && process.getuid?.() === 0) {
    const quiet = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    await runShown(["apt-get", "update", "-qq"], quiet);
    await runShown(["apt-get", "install", "-y", "-qq", "--no-install-recommends", ...PACKAGES], quiet);
  }
  return Boolean(chromiumPath()) || (await runShown(["npx", "playwright", "install", "chromium"])) === 0;
}
