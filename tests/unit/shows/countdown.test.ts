import { expect, it } from "vitest";
import { googleCalendarLink, subscribeLink } from "@/lib/domain/shows/calendar-link";
import { leftUntil } from "@/lib/domain/shows/countdown";

const AT = Date.parse("2027-03-28T01:30:00Z");
const before = (seconds: number) => leftUntil(AT, AT - seconds * 1_000);

it("a countdown counts whole units, and a second that has begun in full", () => {
  expect(before(2 * 86_400 + 3 * 3_600 + 4 * 60 + 5)).toEqual({ days: 2, hours: 3, minutes: 4, seconds: 5 });
  expect(before(59.2)).toEqual({ days: 0, hours: 0, minutes: 1, seconds: 0 });
  expect(before(0.3)).toEqual({ days: 0, hours: 0, minutes: 0, seconds: 1 });
});

it("is over at its moment, and stays so", () =>
  expect([before(0), before(-0.1), before(-5_000)]).toEqual([null, null, null]));

it("a link into Google's calendar names the right instants, and what strangers wrote as it is", () => {
  const link = new URL(
    googleCalendarLink({
      title: "Owls & bats?",
      startsAt: new Date(AT),
      minutes: 90,
      url: "https://plenum.example/rooms/1",
    }),
  );
  expect(Object.fromEntries(link.searchParams)).toMatchObject({
    text: "Owls & bats?",
    dates: "20270328T013000Z/20270328T030000Z",
    location: "https://plenum.example/rooms/1",
  });
});

it("a feed is subscribed to by its address, whichever way that is fetched", () => {
  expect(subscribeLink("https://plenum.example/shows/owls/calendar.ics")).toBe(
    "webcal://plenum.example/shows/owls/calendar.ics",
  );
});
