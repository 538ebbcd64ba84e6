import LinkifyIt from "linkify-it";

/** A stretch of a line. `href` is http or https, whatever the writer typed. */
export type LinePart =
  | { kind: "text"; text: string }
  | { kind: "link"; text: string; href: string }
  | { kind: "mention"; text: string; handle: string };

const linkify = new LinkifyIt({ fuzzyEmail: false, fuzzyIP: false })
  .add("ftp:", null)
  .add("mailto:", null)
  .add("//", null);

const MENTION = /(?<![\w@])@([a-z0-9_]{2,30})(?!\w)/g;

/** Cuts a line into text, links and mentions of a handle; together they are the line. Pure. */
export function lineParts(line: string): LinePart[] {
  const parts: LinePart[] = [];
  let from = 0;
  for (const { index, lastIndex, url } of linkify.match(line) ?? []) {
    if (!/^https?:\/\//i.test(url)) continue;
    parts.push(...withMentions(line.slice(from, index)));
    parts.push({ kind: "link", text: line.slice(index, lastIndex), href: url });
    from = lastIndex;
  }
  return [...parts, ...withMentions(line.slice(from))];
}

/** Whether the line calls this handle. */
export const mentions = (line: string, handle: string): boolean =>
  lineParts(line).some((part) => part.kind === "mention" && part.handle === handle);

function withMentions(text: string): LinePart[] {
  const parts: LinePart[] = [];
  let from = 0;
  for (const match of text.matchAll(MENTION)) {
    if (match.index > from) parts.push({ kind: "text", text: text.slice(from, match.index) });
    parts.push({ kind: "mention", text: match[0], handle: match[1] ?? "" });
    from = match.index + match[0].length;
  }
  if (from < text.length) parts.push({ kind: "text", text: text.slice(from) });
  return parts;
}
