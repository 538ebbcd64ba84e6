import LinkifyIt from "linkify-it";

/** A stretch of a message. `href` is http or https, whatever the writer typed. */
export type MessagePart =
  | { kind: "text"; text: string }
  | { kind: "link"; text: string; href: string }
  | { kind: "mention"; text: string; handle: string };

const linkify = new LinkifyIt({ fuzzyEmail: false, fuzzyIP: false })
  .add("ftp:", null)
  .add("mailto:", null)
  .add("//", null);

const MENTION = /(?<![\w@])@([a-z0-9_]{2,30})(?!\w)/g;

/** Cuts a message into text, links and mentions of a handle; together they are the message. Pure. */
export function messageParts(text: string): MessagePart[] {
  const parts: MessagePart[] = [];
  let from = 0;
  for (const { index, lastIndex, url } of linkify.match(text) ?? []) {
    if (!/^https?:\/\//i.test(url)) continue;
    parts.push(...withMentions(text.slice(from, index)));
    parts.push({ kind: "link", text: text.slice(index, lastIndex), href: url });
    from = lastIndex;
  }
  return [...parts, ...withMentions(text.slice(from))];
}

/** Whether the message calls this handle. */
export const mentions = (text: string, handle: string): boolean =>
  messageParts(text).some((part) => part.kind === "mention" && part.handle === handle);

function withMentions(text: string): MessagePart[] {
  const parts: MessagePart[] = [];
  let from = 0;
  for (const match of text.matchAll(MENTION)) {
    if (match.index > from) parts.push({ kind: "text", text: text.slice(from, match.index) });
    parts.push({ kind: "mention", text: match[0], handle: match[1] ?? "" });
    from = match.index + match[0].length;
  }
  if (from < text.length) parts.push({ kind: "text", text: text.slice(from) });
  return parts;
}
