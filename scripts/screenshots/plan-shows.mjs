import { signIn } from "./fill-hallway.mjs";
import { locale } from "./language.mjs";

const DESK = { width: 1280, height: 800 };
const ZONE = "Europe/Berlin";
const SLUG = "sleepers";
const MINUTE_MS = 60_000;

/**
 * Lets Ada plan a weekly show and announce a guest of its next episode, and an episode that begins so soon that its backstage is open. Answers
 * where all of it is, and Ada's page.
 */
export async function planShows(browser, url) {
  const context = await browser.newContext({ baseURL: url, locale, viewport: DESK, timezoneId: ZONE });
  const page = await signIn(context, "Ada Krüger");
  const send = async (method, path, data) => {
    const answer = await context.request.fetch(path, { method, data });
    if (!answer.ok()) throw new Error(`${method} ${path}: ${await answer.text()}`);
    return answer.status() === 204 ? null : answer.json();
  };
  const first = clockOf(Date.now() + 3 * 24 * 60 * MINUTE_MS).slice(0, 10);
  const { show } = await send("POST", "/api/shows", {
    title: "Sleepers",
    slug: SLUG,
    description: "A night train a week: who runs it, who rides it, and what is served in the morning.",
    topics: ["trains", "europe"],
    zone: ZONE,
    rhythm: { rule: `FREQ=WEEKLY;BYDAY=${dayOf(first)}`, firstAt: `${first}T21:00`, leftOut: [] },
  });
  await send("PUT", `/api/shows/${show.id}/published`);
  const { toCome } = await send("GET", `/api/shows/${show.id}/episodes`);
  const [next] = toCome;
  const guest = {
    name: "Inês Carvalho",
    words: "Chef de train between Paris and Lisbon for twenty years",
    shown: true,
  };
  const { url: guestPath } = await send("POST", `/api/rooms/${next.id}/guests`, guest);
  const { episode: soon } = await send("POST", "/api/episodes", {
    title: "The last sleeper to Lisbon, live from its platform",
    when: { at: clockOf(Date.now() + 20 * MINUTE_MS), zone: ZONE },
  });
  return {
    page,
    showPath: `/shows/${SLUG}`,
    episodePath: `/rooms/${next.id}`,
    guestPath,
    soonPath: `/rooms/${soon.id}`,
  };
}

/** `2026-12-06T21:00`, by the clocks of the zone. */
const clockOf = (ms) =>
  new Intl.DateTimeFormat("sv-SE", { timeZone: ZONE, dateStyle: "short", timeStyle: "short" })
    .format(ms)
    .replace(" ", "T");

const dayOf = (date) => ["SU", "MO", "TU", "WE", "TH", "FR", "SA"][new Date(`${date}T12:00:00Z`).getUTCDay()];
