import { Temporal } from "temporal-polyfill";
import type { Rhythm } from "@/lib/domain/shows/rhythm";
import { type Rule, writeRule } from "@/lib/domain/shows/rule";
import { namedFrom, ruleOf } from "./occurrences";

/**
 * For a change to "this and all after": `before` ends before the occurrence of that key, `after` begins with it, and both together
 * name what the one rhythm named, under the same keys. `before` is null where nothing is named before. Null where the rhythm
 * does not name the key; one that is left out it names.
 */
export function splitAt(rhythm: Rhythm, key: string): { before: Rhythm | null; after: Rhythm } | null {
  const from = localTime(key);
  if (!from || namedFrom(rhythm, from).next().value?.key !== key) return null;
  const rule = ruleOf(rhythm);
  const earlier = countBefore(rhythm, rule, key);
  const date = key.slice(0, 10);
  const ended: Rule =
    rule.count === null
      ? { ...rule, until: from.toPlainDate().subtract({ days: 1 }).toString() }
      : { ...rule, count: earlier };
  const begun: Rule = rule.count === null ? rule : { ...rule, count: rule.count - earlier };
  return {
    before:
      earlier === 0 ? null : { ...rhythm, rule: writeRule(ended), leftOut: rhythm.leftOut.filter((one) => one < date) },
    after: {
      ...rhythm,
      rule: writeRule(begun),
      firstAt: key,
      leftOut: rhythm.leftOut.filter((one) => one >= date),
    },
  };
}

/** How many are named before; of a rule that does not count, whether one is. */
function countBefore(rhythm: Rhythm, rule: Rule, key: string): number {
  let earlier = 0;
  for (const named of namedFrom(rhythm, Temporal.PlainDateTime.from(rhythm.firstAt))) {
    if (named.key >= key) break;
    earlier++;
    if (rule.count === null) break;
  }
  return earlier;
}

/** Null where a key is none, such as what somebody typed into an address. */
function localTime(key: string): Temporal.PlainDateTime | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(key)) return null;
  try {
    return Temporal.PlainDateTime.from(key, { overflow: "reject" });
  } catch {
    return null;
  }
}
