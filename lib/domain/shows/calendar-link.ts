type Event = { title: string; startsAt: Date; minutes: number; url: string };

const MINUTE_MS = 60_000;

/** Where Google's calendar offers to take an event in. All times in UTC. */
export function googleCalendarLink({ title, startsAt, minutes, url }: Event): string {
  const dates = `${basic(startsAt)}/${basic(new Date(startsAt.getTime() + minutes * MINUTE_MS))}`;
  const asked = new URLSearchParams({ action: "TEMPLATE", text: title, dates, details: url, location: url });
  return `https://calendar.google.com/calendar/render?${asked}`;
}

/** `20261206T200000Z`. */
const basic = (at: Date): string => at.toISOString().replace(/[-:]|\.\d+/g, "");

/** The address by which calendar programs subscribe to a feed. */
export const subscribeLink = (url: string): string => url.replace(/^https?:/, "webcal:");
