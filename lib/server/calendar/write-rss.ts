import { cleanText } from "@/lib/domain/text/clean-text";

/**
 * A feed of what a show published. `url`: the show's page. `feedUrl`: where the feed itself is. `language`: as in `de`, `pt-br`. `author`:
 * who leads it; empty where nobody may know. `image`: the address of its picture.
 */
export type RssChannel = {
  title: string;
  author: string;
  image: string;
  url: string;
  feedUrl: string;
  description: string;
  language: string;
  items: readonly RssItem[];
};

/** `id`: the same for ever, and no address. `enclosure`: the sound of it; `bytes` and `seconds`: how long that is. */
export type RssItem = {
  id: string;
  url: string;
  title: string;
  description: string;
  publishedAt: Date;
  enclosure?: { url: string; bytes: number; type: string; seconds: number };
};

const DESCRIPTION_LINES = 20;

/**
 * RSS 2.0, and what makes a podcast of it (https://help.apple.com/itc/podcasts_connect/#/itcb54353390). What people wrote is cleaned once
 * more: without controls, which XML 1.0 forbids even where they are escaped.
 */
export function writeRss(feed: RssChannel): string {
  const { title, url, feedUrl, description, language, items } = feed;
  const channel = [
    element("title", cleanText(title)),
    element("link", url),
    `<atom:link href="${escapeXml(feedUrl)}" rel="self" type="application/rss+xml"/>`,
    element("description", htmlOf(description)),
    element("language", language),
    ...podcastTags(feed, description),
    ...items.map((item) => itemOf(item, feed)),
  ];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd">',
    `<channel>\n${channel.join("\n")}\n</channel>`,
    "</rss>\n",
  ].join("\n");
}

function itemOf({ id, url, title, description, publishedAt, enclosure }: RssItem, feed: RssChannel): string {
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
          element("itunes:duration", String(enclosure.seconds)),
          ...podcastTags(feed, description),
        ]
      : []),
    "</item>",
  ].join("\n");
}

/** What programs for podcasts show of a feed, and of what can be heard in it. Nothing that is public here is meant for adults alone. */
function podcastTags({ author, image }: RssChannel, summary: string): string[] {
  const told = cleanText(summary, DESCRIPTION_LINES);
  return [
    ...(author ? [element("itunes:author", cleanText(author))] : []),
    ...(told ? [element("itunes:summary", told)] : []),
    `<itunes:image href="${escapeXml(image)}"/>`,
    element("itunes:explicit", "false"),
  ];
}

/** Readers of feeds show a description as HTML (and a title as it is): so that what somebody wrote is seen, it is escaped once more. */
const htmlOf = (text: string): string => escapeXml(cleanText(text, DESCRIPTION_LINES)).replaceAll("\n", "<br>");

const element = (name: string, text: string): string => `<${name}>${escapeXml(text)}</${name}>`;

const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;" };

const escapeXml = (text: string): string => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);
