import { existsSync } from "node:fs";

/** Debian's: the browser, and its shell that draws no window, as Playwright's own is, and takes a third less of a processor. */
const DEBIAN_WHOLE = "/usr/bin/chromium";
const DEBIAN_SHELL = "/usr/bin/chromium-headless-shell";

const chosen = (...paths) => process.env.CHROMIUM_PATH || paths.find((path) => existsSync(path));

/** The browser of tests, benches and pictures: CHROMIUM_PATH, Debian's, or (undefined) the one that Playwright installed. */
export const chromiumPath = () => chosen(DEBIAN_SHELL, DEBIAN_WHOLE);

/** The same with tabs that can be hidden, and its own rules of what may play. */
export const wholeChromiumPath = () => chosen(DEBIAN_WHOLE);

/** Whether Debian's packages would bring something that is missing. */
export const isDebianLacking = () => !chosen(DEBIAN_SHELL) || !chosen(DEBIAN_WHOLE);
