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
  author: "Ada",
  image: "https://plenum.example/shows/sunday/card.png",
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
  const enclosure = { url: "https://plenum.example/sound.mp3?a=1&b=2", bytes: 1_234, type: "audio/mpeg", seconds: 90 };
  const [item] = parse(writeRss({ ...CHANNEL, items: [{ ...ITEM, enclosure }] })).channel.item;
  expect(item.enclosure).toEqual({ "@_url": enclosure.url, "@_length": "1234", "@_type": "audio/mpeg" });
  expect(item).toMatchObject({
    "itunes:duration": "90",
    "itunes:author": "Ada",
    "itunes:summary": "Who comes:\nAda & Ben",
    "itunes:explicit": "false",
    "itunes:image": { "@_href": CHANNEL.image },
  });
});

it("is a podcast of its hosts, and names no author where nobody may know them", () => {
  const { channel } = parse(writeRss(CHANNEL));
  expect(channel).toMatchObject({
    "itunes:author": "Ada",
    "itunes:summary": "Every Sunday",
    "itunes:explicit": "false",
    "itunes:image": { "@_href": CHANNEL.image },
  });
  expect(parse(writeRss({ ...CHANNEL, author: "" })).channel).not.toHaveProperty("itunes:author");
});

it("without items it is a feed all the same", () => {
  expect(parse(writeRss({ ...CHANNEL, items: [] })).channel.item).toBeUndefined();
});

describe.each(HOSTILE_TEXTS)("$name", ({ text, shown = text }) => {
  const hostile = { ...ITEM, title: text, description: text };
  const written = writeRss({ ...CHANNEL, title: text, items: [hostile, ITEM] });

  it("is read back as a title, and adds nothing to the feed", () => {
    const { channel } = parse(written);
    expect(channel.title).toBe(shown);
    expect(channel.item.map(({ title }: { title: string }) => title)).toEqual([shown, ITEM.title]);
    expect(Object.keys(channel.item[0])).toEqual(["title", "link", "guid", "pubDate", "description", "#text"]);
    expect(channel.item[0]["#text"].trim()).toBe("");
  });

  it("is read back of a podcast, whose author and summary it is", () => {
    const enclosure = { url: "https://plenum.example/sound", bytes: 1, type: "audio/ogg", seconds: 1 };
    const { channel } = parse(writeRss({ ...CHANNEL, author: text, items: [{ ...hostile, enclosure }] }));
    expect([channel["itunes:author"], channel.item[0]["itunes:author"]]).toEqual([shown, shown]);
    // Lines stay lines in what is longer than a title.
    expect(channel.item[0]["itunes:summary"].replaceAll(/\s/g, "")).toBe(shown.replaceAll(/\s/g, ""));
    expect(Object.keys(channel.item[0]).filter((name) => name.startsWith("itunes:"))).toEqual([
      "itunes:duration",
      "itunes:author",
      "itunes:summary",
      "itunes:image",
      "itunes:explicit",
    ]);
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
