import pg from "pg";
import { readRunRecord } from "../start/processes/run-record.mjs";
import { signIn } from "./fill-hallway.mjs";
import { locale } from "./language.mjs";

const DESK = { width: 1280, height: 800 };

/** An evening, as the worker would have written it down: nobody waits a day for a picture. */
const EVENING_SQL = `
INSERT INTO sample (at, rooms, halls, people, on_stage, joins, refused, waiting, jobs)
SELECT date_trunc('minute', now()) - make_interval(mins => g * 5), 2 + (4 * e)::int, (9 * e)::int, 40 + (4800 * e)::int, 6 + (14 * e)::int,
  2 + (260 * e * e)::int, (3 * e)::int, (90 * e * e * e)::int, 0
FROM generate_series(1, 287) g CROSS JOIN LATERAL (SELECT exp(-power((g - 110) / 28.0, 2)) AS e) v ON CONFLICT DO NOTHING`;

const REPORTS = [
  { by: "Cleo Marin", address: "/people/dev", reason: "spam", text: "Sells seats on a train that there is not." },
  { by: "Dev Patel", address: "/shows/night-trains", reason: "harassment", text: "Laughs about people who fly." },
];

/** Lets some of the cast report something, and makes Ben an admin. Answers his page. */
export async function keepOrder(browser, { url, dataFolder }) {
  const enter = async (name) =>
    signIn(await browser.newContext({ baseURL: url, locale, viewport: DESK, timezoneId: "Europe/Berlin" }), name);
  for (const { by, ...report } of REPORTS) {
    const page = await enter(by);
    const answer = await page.request.post("/api/reports", { data: { ...report, inGoodFaith: true } });
    if (!answer.ok()) throw new Error(`POST /api/reports: ${await answer.text()}`);
    await page.context().close();
  }
  const page = await enter("Ben Okafor");
  const client = new pg.Client({ connectionString: readRunRecord(dataFolder).environment.DATABASE_URL });
  await client.connect();
  try {
    await client.query("UPDATE person SET admin = true WHERE handle = 'ben'");
    await client.query(EVENING_SQL);
  } finally {
    await client.end();
  }
  return page;
}
