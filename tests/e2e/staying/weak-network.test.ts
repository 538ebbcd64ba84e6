import { expectTone } from "@/tests/e2e/support/hear";
import { test } from "@/tests/e2e/support/networks";
import { bringUp, expectNotice, openTheStage, speak } from "@/tests/e2e/support/room-page";
import { TONES } from "@/tests/e2e/support/tone";

/** A few looks at the counters, five seconds apart. */
const SAID_WITHIN_MS = 40_000;

test("a connection that loses words says in which direction, and takes it back once it is good", {
  tag: "@long",
}, async ({ arrive, openNetwork, adasRoom: { id, ada } }) => {
  test.setTimeout(150_000);
  const [devs, cleos] = [await openNetwork(), await openNetwork()];
  const [dev, cleo] = [await arrive("dev", { network: devs }), await arrive("cleo", { network: cleos })];
  await openTheStage(ada, id, dev, cleo);
  await bringUp(ada, cleo, id);
  await speak(cleo);
  await expectTone(dev.page, TONES.ada);
  await expectTone(ada.page, TONES.cleo);

  // What is lost is asked for again, so that most of it comes all the same.
  devs.lose({ down: 0.65 });
  cleos.lose({ up: 0.4 });
  await Promise.all([
    expectNotice(dev.page, "weakHearing", SAID_WITHIN_MS),
    expectNotice(cleo.page, "weakSpeaking", SAID_WITHIN_MS),
  ]);
  await expectNotice(ada.page, "");
  devs.lose({});
  cleos.lose({});
  await Promise.all([dev, cleo].map(({ page }) => expectNotice(page, "", SAID_WITHIN_MS)));
  await expectTone(dev.page, TONES.cleo);
  // A page whose room ends goes to the hallway; its network closes with the test.
  await Promise.all([dev, cleo].map(({ page }) => page.close()));
});
