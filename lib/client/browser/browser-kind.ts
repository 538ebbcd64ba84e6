export type BrowserKind = "chrome" | "android" | "firefox" | "safari" | "iphone" | "other";

/** As far as the way to a page's permissions differs. Every browser of an iPhone or iPad is Apple's own underneath. */
export function browserKind(userAgent: string, touchPoints: number): BrowserKind {
  const isAppleTouch = /iPhone|iPad|iPod/.test(userAgent) || (/Macintosh/.test(userAgent) && touchPoints > 1);
  if (isAppleTouch) return "iphone";
  if (/Firefox\//.test(userAgent)) return "firefox";
  if (/Chrome\/|Chromium\//.test(userAgent)) return /Android/.test(userAgent) ? "android" : "chrome";
  return /Safari\//.test(userAgent) ? "safari" : "other";
}
