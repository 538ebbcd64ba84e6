import { cleanText } from "@/lib/domain/text/clean-text";

/** A feed of what a show published. `url`: the show's page. `feedUrl`: where the feed itself is. `language`: as in `de`, `pt-br`. */
export type RssChannel = {
  title: string;
  url: string;
  feedUrl: string;
  description: string;
  language: string;
  items: readonly RssItem[];
};

/** `id`: the same for ever, and no address. `enclosure`: the sound of it; `bytes`: how long that is. */
export type RssItem = {
  id: string;
  url: string;
  title: string;
  description: string;
  publishedAt: Date;
  enclosure?: { url: string; bytes: number; type: string };
};

const DESCRIPTION_LINES = 20;

/** RSS 2.0. What people wrote is cleaned once more: without controls, which XML 1.0 forbids even where they are escaped. */
export function writeRss({ title, url, feedUrl, description, language, items }: RssChannel): string {
  const channel = [
    element("title", cleanText(title)),
    element("link", url),
    `<atom:link href="${escapeXml(feedUrl)}" rel="self" type="application/rss+xml"/>`,
    element("description", htmlOf(description)),
    element("language", language),
    ...items.map(itemOf),
  ];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">',
    `<channel>\n${channel.join("\n")}\n</channel>`,
    "</rss>\n",
  ].join("\n");
}

function itemOf({ id, url, title, description, publishedAt, enclosure }: RssItem): string {
  return [
    "<item>",
    element("title", cleanText(title)),
    element("link", url),
    `<guid isPermaLink="false">${escapeXml(id)}</guid>`,
    element("pubDate", publishedAt.toUTCString()),
    element("description", htmlOf(description)),
    ...(enclosure
      ? [
          `<enclosure url="${escapeXml(enclosure.url)}" length="${enclosure.bytes}" type="${escapeXml(enclosure.type)}"/>`,
        ]
      : []),
    "</item>",
  ].join("\n");
}

/** Readers of feeds show a description as HTML (and a title as it is): so that what somebody wrote is seen, it is escaped once more. */
const htmlOf = (text: string): string => escapeXml(cleanText(text, DESCRIPTION_LINES)).replaceAll("\n", "<br>");

const element = (name: string, text: string): string => `<${name}>${escapeXml(text)}</${name}>`;

const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;" };

const escapeXml = (text: string): string => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);
