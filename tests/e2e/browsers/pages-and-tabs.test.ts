import { expect } from "@playwright/test";
import { gatherTokens, test } from "@/tests/e2e/support/bare";
import { expectTone, gapsSince, recordGaps } from "@/tests/e2e/support/hear";
import { recordStates, statesSince } from "@/tests/e2e/support/odd-browsers";
import { expectNotice, expectState, listen, openTheStage, passOf, room } from "@/tests/e2e/support/room-page";
import { TONES } from "@/tests/e2e/support/tone";

/** Shorter than coming back takes. */
const LONGEST_GAP_MS = 400;
/** As many as somebody who comes back may ask the door in three seconds. */
const MOST_ASKED = 8;

test("a link that leaves the page only in name leaves the room alone", async ({ arrive, adasRoom: { id, ada } }) => {
  const dev = await arrive("dev");
  await openTheStage(ada, id);
  await listen(dev, id);
  await expectTone(dev.page, TONES.ada);
  await recordStates(dev.page);
  await recordGaps(dev.page);
  // As a download, a mailto link, or a question before leaving that was answered with no.
  await dev.page.evaluate(() => dispatchEvent(new Event("beforeunload", { cancelable: true })));
  await dev.page.waitForTimeout(1_500);
  expect(await statesSince(dev.page)).toEqual(["live"]);
  expect((await gapsSince(dev.page)).longestMs).toBeLessThan(LONGEST_GAP_MS);
});

test("a tab that is duplicated leaves the seat to the first one until it is tapped", { tag: "@long" }, async ({
  arrive,
  adasRoom: { id, ada },
}) => {
  const dev = await arrive("dev");
  await openTheStage(ada, id);
  await listen(dev, id);
  await expectTone(dev.page, TONES.ada);
  // A page that another one opens begins with a copy of its storage, as a duplicate does.
  const [second] = await Promise.all([
    dev.context.waitForEvent("page"),
    dev.page.evaluate(() => void window.open(location.href)),
  ]);
  const listenThere = second.getByRole("button", { name: "Listen", exact: true });
  await expect(listenThere).toBeVisible();
  await second.waitForTimeout(1_000);
  await expectState(second, "idle");
  await expectState(dev.page, "live");
  await listenThere.click();
  await expectState(second, "live");
  await expectNotice(dev.page, "moved");
  await second.reload();
  await expectState(second, "live");
});

test("a connection of one's own that comes too late puts nobody out for good", async ({
  arrive,
  intrude,
  adasRoom: { id, ada },
}) => {
  const dev = await arrive("dev");
  const late = await intrude();
  await openTheStage(ada, id);
  const tokens = gatherTokens(dev.page);
  await listen(dev, id);
  await expectTone(dev.page, TONES.ada);
  const { url } = await passOf(ada, id);
  await recordStates(dev.page);
  // The page may be back, and the late one out again, before that was in.
  await late.connect({ url, token: tokens.at(-1) ?? "" });
  await expect.poll(() => statesSince(dev.page)).toContain("reconnecting");
  await expect.poll(late.state).toBe("disconnected");
  await expectState(dev.page, "live");
  await expectTone(dev.page, TONES.ada);
  expect(await statesSince(dev.page)).not.toContain("moved");
});

test("a door that is blocked while our server answers is asked with pauses", async ({
  arrive,
  adasRoom: { id, ada },
}) => {
  const dev = await arrive("dev");
  await openTheStage(ada, id);
  await listen(dev, id);
  await expectTone(dev.page, TONES.ada);
  let asked = 0;
  await dev.page.route(/\/api\/rooms\/[^/]+\/seat$/, (route) => {
    asked++;
    return route.abort("blockedbyclient");
  });
  // The media library hangs up when a browser freezes the page.
  await dev.page.evaluate(() => dispatchEvent(new Event("freeze")));
  await expect.poll(() => asked).toBeGreaterThan(0);
  await dev.page.waitForTimeout(3_000);
  expect(asked).toBeLessThan(MOST_ASKED);
  await dev.page.unrouteAll();
  await expectTone(dev.page, TONES.ada);
});

test("a page without a clipboard copies the room's link all the same", async ({ arrive, adasRoom: { id, ada } }) => {
  const dev = await arrive("dev");
  await dev.context.addInitScript(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
  await openTheStage(ada, id);
  await listen(dev, id);
  await dev.page.getByRole("button", { name: "More", exact: true }).click();
  await dev.page.getByRole("button", { name: "Copy the link to this room", exact: true }).click();
  await expect(dev.page.getByText("The link is copied.")).toBeVisible();
  await expect(room(dev.page)).toBeVisible();
});
