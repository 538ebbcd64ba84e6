import { existsSync } from "node:fs";

/** Debian's: the shell that draws no window, as Playwright's own is, takes a third less of a processor than the whole browser. */
const DEBIAN = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"];

/** The browser of tests, benches and pictures: CHROMIUM_PATH, Debian's, or (undefined) the one that Playwright installed. */
export const chromiumPath = () => process.env.CHROMIUM_PATH || DEBIAN.find((path) => existsSync(path));
