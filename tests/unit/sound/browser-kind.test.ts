import { expect, test } from "vitest";
import { browserKind } from "@/lib/client/browser/browser-kind";

const MAC = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)";
const WEBKIT = "AppleWebKit/605.1.15 (KHTML, like Gecko)";

test.each([
  [
    `Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/149.0.0.0 Safari/537.36`,
    0,
    "chrome",
  ],
  [`Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/149.0.0.0 Safari/537.36 Edg/149.0.0.0`, 0, "chrome"],
  [`Mozilla/5.0 (Linux; Android 16; K) AppleWebKit/537.36 Chrome/149.0.0.0 Mobile Safari/537.36`, 5, "android"],
  [`Mozilla/5.0 (Android 16; Mobile; rv:150.0) Gecko/150.0 Firefox/150.0`, 5, "firefox"],
  [`${MAC} ${WEBKIT} Version/26.0 Safari/605.1.15`, 0, "safari"],
  [`${MAC} ${WEBKIT} Version/26.0 Safari/605.1.15`, 5, "iphone"],
  [`Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) ${WEBKIT} CriOS/149.0.0.0 Mobile Safari/604.1`, 5, "iphone"],
  ["curl/8", 0, "other"],
])("the way to a page's permissions is that of %s (%i touch points): %s", (userAgent, touchPoints, kind) => {
  expect(browserKind(userAgent, touchPoints)).toBe(kind);
});
