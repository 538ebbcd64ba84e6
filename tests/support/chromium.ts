import { chromiumPath as find } from "@/scripts/test/find-chromium.mjs";

export const chromiumPath: () => string | undefined = find;

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
