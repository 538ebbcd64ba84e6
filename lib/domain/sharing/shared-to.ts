/** What a system hands over when something is shared to the installed app. Many put the link into the text. */
export type Shared = { title?: string; text?: string; url?: string };

/** As much as anybody looks for. */
const MAX_SEARCHED = 100;

const LINK = /https?:\/\/[^\s<>"]+/;

/**
 * Where something that was shared leads, always a path of ours: the page of a link of `origin`; for all else a search, which finds
 * what it names.
 */
export function sharedTo({ title = "", text = "", url = "" }: Shared, origin: string): string {
  const link = [url, text, title].map((each) => LINK.exec(each)?.[0]).find(Boolean);
  const own = link && URL.canParse(link) ? new URL(link) : null;
  // A path that begins with two slashes would lead to another site.
  if (own?.origin === origin && !own.pathname.startsWith("//")) return `${own.pathname}${own.search}`;
  const words = (text.replace(LINK, "").trim() || title.trim() || url.trim()).slice(0, MAX_SEARCHED);
  return words === "" ? "/" : `/search?q=${encodeURIComponent(words)}`;
}
