import ical, { ICalCalendarMethod, ICalEventStatus } from "ical-generator";
import { cleanText } from "@/lib/domain/text/clean-text";

/**
 * An episode as calendars keep it. `uid`: the same as long as it is the same episode, whatever changes. `url`: its page. `sequence`:
 * from 0, one more with every change of its time, and with its cancelling. `changedAt`: when anything of it changed last.
 */
export type CalendarEpisode = {
  uid: string;
  url: string;
  title: string;
  description: string;
  startsAt: Date;
  minutes: number;
  sequence: number;
  cancelled: boolean;
  changedAt: Date;
  organizer?: { name: string; email: string };
};

/** How often a calendar asks again. */
const REFRESH_SECONDS = 60 * 60;

const MINUTE_MS = 60_000;
const DESCRIPTION_LINES = 20;

/**
 * A calendar as text/calendar, to be subscribed to or kept: all times in UTC. The same episodes give the same text, whenever it is
 * written. What people wrote is cleaned once more, so that nothing in it ends a line or turns what is beside it.
 */
export function writeCalendar(name: string, episodes: readonly CalendarEpisode[]): string {
  const calendar = ical({
    // The library writes a name as it is given, and takes only the values of events apart from the grammar.
    name: escapeText(cleanText(name)),
    prodId: { company: "Plenum", product: "Plenum", language: "EN" },
    method: ICalCalendarMethod.PUBLISH,
    ttl: REFRESH_SECONDS,
  });
  for (const episode of episodes) {
    calendar.createEvent({
      id: escapeText(cleanText(episode.uid)),
      url: addressOf(episode.url),
      summary: cleanText(episode.title),
      description: cleanText(episode.description, DESCRIPTION_LINES) || null,
      start: episode.startsAt,
      end: new Date(episode.startsAt.getTime() + episode.minutes * MINUTE_MS),
      sequence: episode.sequence,
      status: episode.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      stamp: episode.changedAt,
      lastModified: episode.changedAt,
      organizer: episode.organizer ? organizerOf(episode.organizer) : null,
    });
  }
  return `${calendar.toString()}\r\n`;
}

/** RFC 5545, 3.3.11. */
const escapeText = (text: string): string => text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replaceAll("\n", "\\n");

/** The library escapes an address as if it were text, which no calendar reads back: what it would escape is written otherwise. */
const addressOf = (url: string): string =>
  new URL(url).href.replaceAll(",", "%2C").replaceAll(";", "%3B").replaceAll("\\", "%5C");

/** A name in a parameter knows no escape (RFC 5545, 3.2). */
const organizerOf = ({ name, email }: { name: string; email: string }) => ({
  name: cleanText(name).replaceAll('"', "'").replaceAll("\\", "/") || email,
  email: cleanText(email),
});
