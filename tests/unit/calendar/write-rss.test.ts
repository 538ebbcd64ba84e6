import { XMLParser, XMLValidator } from "fast-xml-parser";
import { describe, expect, it } from "vitest";
import { type RssItem, writeRss } from "@/lib/server/calendar/write-rss";
import { HOSTILE_TEXTS } from "./hostile-texts";

const ITEM: RssItem = {
  id: "0197a0c0-0000-7000-8000-000000000001",
  url: "https://plenum.example/rooms/0197a0c0?a=1&b=2",
  title: "Sunday talk",
  description: "Who comes:\nAda & Ben",
  publishedAt: new Date("2026-11-30T12:34:56Z"),
};

const CHANNEL = {
  title: "Sunday talks",
  url: "https://plenum.example/shows/sunday",
  feedUrl: "https://plenum.example/shows/sunday/feed.xml?a=1&b=2",
  description: "Every Sunday",
  language: "en",
  items: [ITEM],
};

const parser = new XMLParser({
  ignoreAttributes: false,
  parseTagValue: false,
  trimValues: false,
  ignoreDeclaration: true,
  isArray: (name) => name === "item",
});

/** Throws where it is no XML. */
function parse(text: string) {
  expect(XMLValidator.validate(text)).toBe(true);
  return parser.parse(text).rss;
}

it("a feed says what it is of, and where it lies", () => {
  const { channel, "@_version": version } = parse(writeRss(CHANNEL));
  expect(version).toBe("2.0");
  expect(channel).toMatchObject({
    title: "Sunday talks",
    link: CHANNEL.url,
    description: "Every Sunday",
    language: "en",
    "atom:link": { "@_href": CHANNEL.feedUrl, "@_rel": "self", "@_type": "application/rss+xml" },
  });
});

it("an item is read back exactly", () => {
  const [item, ...others] = parse(writeRss(CHANNEL)).channel.item;
  expect(others).toEqual([]);
  expect(item).toMatchObject({
    title: "Sunday talk",
    link: ITEM.url,
    guid: { "#text": ITEM.id, "@_isPermaLink": "false" },
    pubDate: "Mon, 30 Nov 2026 12:34:56 GMT",
    description: "Who comes:<br>Ada &amp; Ben",
  });
  expect(item).not.toHaveProperty("enclosure");
});

it("the sound of an episode is its enclosure", () => {
  const enclosure = { url: "https://plenum.example/sound.mp3?a=1&b=2", bytes: 1_234, type: "audio/mpeg" };
  const [item] = parse(writeRss({ ...CHANNEL, items: [{ ...ITEM, enclosure }] })).channel.item;
  expect(item.enclosure).toEqual({ "@_url": enclosure.url, "@_length": "1234", "@_type": "audio/mpeg" });
});

it("without items it is a feed all the same", () => {
  expect(parse(writeRss({ ...CHANNEL, items: [] })).channel.item).toBeUndefined();
});

describe.each(HOSTILE_TEXTS)("$name", ({ text, shown = text }) => {
  const written = writeRss({ ...CHANNEL, title: text, items: [{ ...ITEM, title: text, description: text }, ITEM] });

  it("is read back as a title, and adds nothing to the feed", () => {
    const { channel } = parse(written);
    expect(channel.title).toBe(shown);
    expect(channel.item.map(({ title }: { title: string }) => title)).toEqual([shown, ITEM.title]);
    expect(Object.keys(channel.item[0])).toEqual(["title", "link", "guid", "pubDate", "description", "#text"]);
    expect(channel.item[0]["#text"].trim()).toBe("");
  });

  it("is no markup to a reader that shows descriptions as HTML", () => {
    const [item] = parse(written).channel.item;
    expect(item.description.replaceAll("<br>", "\n")).not.toMatch(/[<>]/);
  });

  it("holds no character that XML 1.0 has none of", () => {
    expect(written).not.toMatch(/\p{Cs}/u);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: it is these that must not be there.
    expect(written).not.toMatch(/[\u0000-\u0008\u000b-\u001f\ufeff\ufffe\uffff]/);
  });
});
