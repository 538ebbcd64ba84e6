import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { type CalendarEpisode, writeCalendar } from "@/lib/server/calendar/write-calendar";
import { HOSTILE_TEXTS } from "./hostile-texts";

const EPISODE: CalendarEpisode = {
  uid: "0197a0c0-0000-7000-8000-000000000001@plenum.example",
  url: "https://plenum.example/rooms/0197a0c0",
  title: "Sunday talk",
  description: "Who comes:\nAda, Ben; and others.",
  startsAt: new Date("2026-12-06T20:00:00Z"),
  minutes: 90,
  sequence: 2,
  cancelled: false,
  changedAt: new Date("2026-11-30T12:34:56Z"),
};

const parse = (text: string) => new ICAL.Component(ICAL.parse(text));

function eventsOf(text: string) {
  return parse(text)
    .getAllSubcomponents("vevent")
    .map((event) => new ICAL.Event(event));
}

const readOf = (event: { component: ICAL.Component }, name: string) => event.component.getFirstPropertyValue(name);
const momentOf = (event: { component: ICAL.Component }, name: string) => {
  const time = readOf(event, name);
  return time instanceof ICAL.Time && time.zone === ICAL.Timezone.utcTimezone ? time.toJSDate() : null;
};

it("a calendar says what it is, and how often to ask again", () => {
  const calendar = parse(writeCalendar("Sunday talks", [EPISODE]));
  expect(calendar.name).toBe("vcalendar");
  expect(calendar.getFirstPropertyValue("version")).toBe("2.0");
  expect(calendar.getFirstPropertyValue("method")).toBe("PUBLISH");
  expect(calendar.getFirstPropertyValue("x-wr-calname")).toBe("Sunday talks");
  expect(String(calendar.getFirstPropertyValue("refresh-interval"))).toBe("PT1H");
  expect(calendar.getFirstPropertyValue("x-published-ttl")).toBe("PT1H");
});

it("an episode is read back exactly, its times in UTC", () => {
  const [event, ...others] = eventsOf(writeCalendar("Sunday talks", [EPISODE]));
  if (!event) throw new Error("There is no event");
  expect(others).toEqual([]);
  expect(event.uid).toBe(EPISODE.uid);
  expect(event.summary).toBe(EPISODE.title);
  expect(event.description).toBe(EPISODE.description);
  expect(event.sequence).toBe(2);
  expect(readOf(event, "status")).toBe("CONFIRMED");
  expect(readOf(event, "url")).toBe(EPISODE.url);
  expect(momentOf(event, "dtstart")).toEqual(EPISODE.startsAt);
  expect(momentOf(event, "dtend")).toEqual(new Date("2026-12-06T21:30:00Z"));
  expect(momentOf(event, "dtstamp")).toEqual(EPISODE.changedAt);
  expect(momentOf(event, "last-modified")).toEqual(EPISODE.changedAt);
  expect(event.organizer).toBeNull();
});

it("a cancelled one stays, and says so", () => {
  const [event] = eventsOf(writeCalendar("x", [{ ...EPISODE, cancelled: true, sequence: 3 }]));
  expect(event && readOf(event, "status")).toBe("CANCELLED");
  expect(event?.sequence).toBe(3);
});

it("episodes on both sides of a change of the clocks keep their moments", () => {
  const moments = ["2027-03-21T20:00:00Z", "2027-03-28T19:00:00Z", "2027-10-31T20:00:00Z"].map(
    (moment) => new Date(moment),
  );
  const episodes = moments.map((startsAt, place) => ({ ...EPISODE, uid: `${place}@plenum.example`, startsAt }));
  expect(eventsOf(writeCalendar("x", episodes)).map((event) => momentOf(event, "dtstart"))).toEqual(moments);
});

it("written again it is the same text, so that nobody fetches it twice", () => {
  expect(writeCalendar("x", [EPISODE])).toBe(writeCalendar("x", [EPISODE]));
});

it("without episodes it is a calendar all the same", () => {
  expect(eventsOf(writeCalendar("x", []))).toEqual([]);
});

it("an empty description is none", () => {
  expect(writeCalendar("x", [{ ...EPISODE, description: "" }])).not.toContain("DESCRIPTION");
});

describe.each(HOSTILE_TEXTS)("$name", ({ text, shown = text }) => {
  const written = writeCalendar(text, [
    {
      ...EPISODE,
      title: text,
      description: text,
      uid: `${text}@x`,
      organizer: { name: text, email: "shows@plenum.example" },
    },
    EPISODE,
  ]);

  it("is read back as a title, and as the name of the calendar", () => {
    const [event] = eventsOf(written);
    expect(event?.summary).toBe(shown);
    expect(nameOf(written)).toBe(shown);
    expect(event?.uid).toBe(`${shown}@x`);
  });

  it("adds nothing to the calendar", () => {
    const plain = writeCalendar("x", [
      { ...EPISODE, organizer: { name: "x", email: "shows@plenum.example" } },
      EPISODE,
    ]);
    expect(propertiesOf(written)).toEqual(propertiesOf(plain));
    expect(eventsOf(written)[1]?.summary).toBe(EPISODE.title);
  });

  it("is folded at 75 octets, between characters", () => {
    expect(written.endsWith("END:VCALENDAR\r\n")).toBe(true);
    for (const line of written.slice(0, -2).split("\r\n")) {
      expect(line).not.toMatch(/[\r\n]/);
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(line).not.toMatch(/\p{Cs}/u);
    }
    expect(written).not.toMatch(/[\ufeff\u202a-\u202e\u2066-\u2069]/);
  });
});

it.each([
  ["https://plenum.example/a,b;c", "https://plenum.example/a%2Cb%3Bc"],
  ["https://plenum.example/\r\nATTENDEE:x", "https://plenum.example/ATTENDEE:x"],
  ["https://plenum.example/?q=a\\b", "https://plenum.example/?q=a%5Cb"],
])("an address is one: %j", (url, read) => {
  const [event] = eventsOf(writeCalendar("x", [{ ...EPISODE, url }]));
  expect(event && readOf(event, "url")).toBe(read);
});

it("an organizer is named, without what would end the name", () => {
  const organizer = { name: 'Ada "the host"; x', email: "shows@plenum.example" };
  const [event] = eventsOf(writeCalendar("x", [{ ...EPISODE, organizer }]));
  const property = event?.component.getFirstProperty("organizer");
  expect(property?.getFirstValue()).toBe("mailto:shows@plenum.example");
  expect(property?.getParameter("cn")).toBe("Ada 'the host'; x");
});

/** This parser leaves what begins with X as it was written; by the grammar it is text as any other. */
const nameOf = (text: string): string =>
  String(parse(text).getFirstPropertyValue("x-wr-calname")).replace(/\\([\\;,])/g, "$1");

/** The names of all that is in a calendar, in their order. */
function propertiesOf(text: string): string[] {
  const calendar = parse(text);
  return [calendar, ...calendar.getAllSubcomponents()].flatMap((component) => [
    component.name,
    ...component.getAllProperties().map(({ name }) => name),
    ...component.getAllSubcomponents().map(({ name }) => `in it ${name}`),
  ]);
}
