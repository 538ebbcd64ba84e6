import { expect } from "@playwright/test";
import { listenInFamily, test } from "@/tests/e2e/support/family-scene";
import { expectTone, loudest } from "@/tests/e2e/support/hear";
import { assign, choose, expectHeard, goOnAir, untilAsLoud } from "@/tests/e2e/support/interpreting";
import { listen } from "@/tests/e2e/support/room-page";
import { TONES } from "@/tests/e2e/support/tone";

// An interpreter has a place in the main hall.
test.use({ reserve: 2 });

test("an overflow room hears the main hall's interpreter over a lowered stage, and the stage at full within two seconds of their loss", {
  tag: "@long",
}, async ({ arrive, family: { ada, mainId, crowd } }) => {
  test.setTimeout(120_000);
  const [ben, dev] = [await arrive("ben"), await arrive("dev")];
  await listen(ben, mainId);
  await assign(ada, ben, mainId);
  await goOnAir(ben);
  await crowd(1);
  await listenInFamily(dev, mainId);
  await expectTone(dev.page, TONES.ada, { withinMs: 15_000 });
  const full = await loudest(dev.page, TONES.ada);

  await choose(dev, "de");
  await expectTone(dev.page, TONES.ben, { withinMs: 15_000 });
  await expectHeard(dev, "heard");
  expect(await loudest(dev.page, TONES.ada), `the stage was at ${full} dB`).toBeLessThan(full - 12);
  expect(await loudest(dev.page, TONES.ben)).toBeGreaterThan(full - 9);

  const session = await ben.context.newCDPSession(ben.page);
  void session.send("Page.crash").catch(() => undefined);
  await ben.page.waitForEvent("crash");
  expect(await untilAsLoud(dev, TONES.ada, full - 6)).toBeLessThan(2_000);
  await expectHeard(dev, "gone");
});
