import { describe, expect, it } from "vitest";
import { deviceOf } from "@/lib/domain/sign-in/device";
import { isLastWayIn } from "@/lib/domain/sign-in/last-way-in";
import { withoutPerson } from "@/lib/server/account/erase-from-events";

describe("what a browser says it is", () => {
  it.each([
    ["Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox", "Windows"],
    [
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0",
      "Edge",
      "Windows",
    ],
    [
      "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1",
      "Safari",
      "iPhone",
    ],
    [
      "Mozilla/5.0 (Linux; Android 16) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36",
      "Samsung Internet",
      "Android",
    ],
    [
      "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Safari/605.1.15",
      "Safari",
      "macOS",
    ],
    [
      "Mozilla/5.0 (X11; CrOS x86_64 1) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140 Safari/537.36",
      "Chrome",
      "ChromeOS",
    ],
    ["curl/8.5.0", null, null],
    ["", null, null],
  ])("%s", (userAgent, browser, system) => expect(deviceOf(userAgent)).toEqual({ browser, system }));
});

describe("the last way in", () => {
  it.each([
    [{ mail: true, providers: ["github"] }, false],
    [{ mail: false, providers: ["github"] }, true],
    [{ mail: false, providers: ["github", "google"] }, false],
  ])("%j without github: %s", (ways, isLast) => expect(isLastWayIn(ways, "github")).toBe(isLast));
});

describe("what rooms were told of somebody who is gone", () => {
  const face = (id: string) => ({ id, name: id, handle: id, portraitSeed: 7, isNew: true, isGuest: false });

  it("keeps everyone else's faces and words, and none of theirs, however deep", () => {
    const facts = {
      hand: { id: "h", person: face("cleo"), question: "Why?" },
      others: [{ person: face("dev"), question: "How?" }],
      channels: [{ interpreters: [{ person: face("cleo") }] }],
      by: face("ben"),
      text: "All aboard",
    };
    const emptied = withoutPerson(facts, "cleo");
    expect(JSON.stringify(emptied)).not.toMatch(/"name":"cleo"|"handle":"cleo"|Why/);
    expect(emptied).toMatchObject({
      hand: { question: "", person: { id: "cleo", isGone: true } },
      others: facts.others,
      by: facts.by,
      text: "All aboard",
    });
    expect(withoutPerson(facts, "nobody")).toEqual(facts);
  });

  it("takes the words that they said to all halls", () => {
    expect(withoutPerson({ type: "family_line", by: face("cleo"), text: "Hello" }, "cleo")).toMatchObject({ text: "" });
  });
});
