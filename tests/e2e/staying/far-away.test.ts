import { expect, test } from "@playwright/test";
import { benchFar } from "@/tests/e2e/support/far-away";

/** Of a machine that is busy with the suite; `npm run bench -- far` says what an idle one does. */
const LIMITS = { firstSound: 4_000, said: 5_000, back: 5_000 };

test("on a bad network a join is heard, a cut is said to listener and speaker, and both are back by themselves", {
  tag: "@long",
}, async () => {
  test.setTimeout(240_000);
  const figures = await benchFar(["--samples", "1", "--weathers", "rtt200lossy", "--cuts", "5", "--losses", ""]);
  expect(figures.rtt200lossyP50Ms).toBeLessThan(LIMITS.firstSound);
  for (const who of ["Listener", "Speaker"]) {
    expect(figures[`cut5${who}SaidMs`], `${who} was told`).toBeLessThan(LIMITS.said);
    expect(figures[`cut5${who}BackMs`], `${who} hears again`).toBeLessThan(LIMITS.back);
    expect(figures[`address${who}BackMs`], `${who} hears at another address`).toBeLessThan(LIMITS.back);
  }
  expect(figures.cut5SpeakerHeardMs, "the speaker is heard again").toBeLessThan(LIMITS.back);
  expect(figures.cut5SpeakerToldUnheard, "the speaker was told that they cannot be heard").toBe(1);
});
