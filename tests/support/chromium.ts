import type { LaunchOptions } from "@playwright/test";
import { chromiumPath, wholeChromiumPath } from "@/scripts/test/find-chromium.mjs";

type Which = Pick<LaunchOptions, "executablePath" | "channel">;

const at = (path: string | undefined): Which => (path ? { executablePath: path } : {});

/** The browser of most tests: it draws no window, so that two cores carry several people. */
export const CHROMIUM: Which = at(chromiumPath());

/** The browser as people have it, with tabs that can be hidden and its own rules of what may play. */
export const WHOLE_CHROMIUM: Which = { channel: "chromium", ...at(wholeChromiumPath()) };

/** Flags that keep a test browser from talking to anyone but us, and let it run as root. */
export const QUIET_CHROMIUM = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
