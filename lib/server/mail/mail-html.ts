import { directionOf, type Locale } from "@/lib/i18n/locales";

/** A paragraph: what it says, what it adds to the looks of all, and an address of ours to which it leads. */
export type Paragraph = readonly [text: string, style: string, href?: string];

/** A mail of a few paragraphs. What they say may be a stranger's. */
export function mailHtml(locale: Locale, paragraphs: readonly Paragraph[]): string {
  const lines = paragraphs.map(
    ([text, style, href]) => `<p style="margin:0 0 16px;${style}">${linked(escaped(text), href)}</p>`,
  );
  // On an element of the text as well: some mail programs keep nothing of what stands around it.
  const language = `lang="${locale}" dir="${directionOf(locale)}"`;
  return `<!doctype html><html ${language}><head><meta charset="utf-8"><meta name="color-scheme" content="light dark"></head><body style="margin:0;padding:32px;font-family:system-ui,sans-serif;font-size:16px;line-height:1.5"><div ${language}>
${lines.join("\n")}
</div></body></html>`;
}

/** Of what is shown large, to be read off and typed. */
export const CODE_STYLE = "font-size:32px;font-weight:700;letter-spacing:6px;font-variant-numeric:tabular-nums";

export const QUIET_STYLE = "opacity:.75";

const linked = (html: string, href: string | undefined): string =>
  href === undefined ? html : `<a href="${escaped(href)}" style="color:inherit">${html}</a>`;

const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? "");
