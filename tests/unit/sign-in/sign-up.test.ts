import { expect, test } from "vitest";
import { judgeSignUp } from "@/lib/domain/sign-in/sign-up";

test.each([
  ["open", null, "alone"],
  ["open", "open", "by_code"],
  ["open", "spent", "alone"],
  ["open", "gone", "alone"],
  ["invited", null, "invite_needed"],
  ["invited", "open", "by_code"],
  ["invited", "spent", "invite_spent"],
  ["invited", "gone", "invite_needed"],
  ["closed", null, "sign_up_closed"],
  ["closed", "open", "sign_up_closed"],
  ["closed", "spent", "sign_up_closed"],
  ["closed", "gone", "sign_up_closed"],
] as const)("in a house that is %s, who brings a code that is %s: %s", (mode, code, outcome) => {
  const ruling = judgeSignUp(mode, code);
  expect(ruling.ok ? ruling.value : ruling.refusal).toBe(outcome);
});
