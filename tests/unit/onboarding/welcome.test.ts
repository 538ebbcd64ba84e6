import { describe, expect, test } from "vitest";
import { readWelcome, stepAfter, WELCOME_STEPS, welcomePath } from "@/lib/domain/onboarding/welcome";

describe("the welcome", () => {
  test("has three screens at most, one after the other", () => {
    expect(WELCOME_STEPS.length).toBeLessThanOrEqual(3);
    expect([stepAfter("name"), stepAfter("tastes"), stepAfter("people")]).toEqual(["tastes", "people", null]);
  });

  test("keeps where one came from through its addresses", () => {
    const next = "/rooms/1?invite=a b&c=ü#chat";
    const path = welcomePath(next, "tastes");
    const asked = Object.fromEntries(new URL(path, "http://here.invalid").searchParams);
    expect(readWelcome(asked)).toEqual({ step: "tastes", next: "/rooms/1?invite=a%20b&c=%C3%BC#chat" });
    expect(welcomePath("/")).toBe("/welcome");
  });

  test.each(["//evil.example", "https://evil.example/", "/\\evil.example", "/.//evil.example", "javascript:alert(1)"])(
    "leads to no other site: %s",
    (next) => expect(readWelcome({ next }).next).toBe("/"),
  );

  test.each(["/welcome", "/welcome?next=/welcome", "/welcome/", "/welcome#x"])("leads in no circle: %s", (next) =>
    expect(readWelcome({ next }).next).toBe("/"),
  );

  test.each([{ step: "hacked" }, { step: ["people"] }, {}])("begins with the name for %j", (asked) =>
    expect(readWelcome(asked)).toEqual({ step: "name", next: "/" }),
  );
});
