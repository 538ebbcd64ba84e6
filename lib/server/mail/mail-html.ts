import { directionOf, type Locale } from "@/lib/i18n/locales";

/** A mail of a few paragraphs, each with what it adds to the looks of all. */
export function mailHtml(locale: Locale, paragraphs: readonly (readonly [text: string, style: string])[]): string {
  const lines = paragraphs.map(([text, style]) => `<p style="margin:0 0 16px;${style}">${escaped(text)}</p>`);
  // On an element of the text as well: some mail programs keep nothing of what stands around it.
  const language = `lang="${locale}" dir="${directionOf(locale)}"`;
  return `<!doctype html><html ${language}><head><meta charset="utf-8"><meta name="color-scheme" content="light dark"></head><body style="margin:0;padding:32px;font-family:system-ui,sans-serif;font-size:16px;line-height:1.5"><div ${language}>
${lines.join("\n")}
</div></body></html>`;
}

/** Of what is shown large, to be read off and typed. */
export const CODE_STYLE = "font-size:32px;font-weight:700;letter-spacing:6px;font-variant-numeric:tabular-nums";

export const QUIET_STYLE = "opacity:.75";

const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? "");
