/**
 * The answer of a rule: what it grants, or the one reason why not.
 * Expected refusals are values from a closed list; faults are thrown.
 */
export type Ruling<Value, Refusal extends string> =
  | { ok: true; value: Value }
  | { ok: false; refusal: Refusal; facts?: RefusalFacts };

/** What a person needs to know about a refusal beyond its code, e.g. `{ retryAfterSeconds: 30 }`. */
export type RefusalFacts = Record<string, string | number | boolean>;

export const granted = <Value>(value: Value): { ok: true; value: Value } => ({ ok: true, value });

export const refused = <Refusal extends string>(
  refusal: Refusal,
  facts?: RefusalFacts,
): { ok: false; refusal: Refusal; facts?: RefusalFacts } =>
  facts ? { ok: false, refusal, facts } : { ok: false, refusal };
