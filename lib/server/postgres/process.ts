/**
 * What exists once a process. Next bundles routes, pages and instrumentation separately, so a module can exist
 * several times in one process; pools, batchers, the LISTEN connection and the SSE hub therefore hang on one symbol.
 */
const ONCE = Symbol.for("plenum.process");

type Holder = { [ONCE]?: Map<string, unknown> };

/** The one value of that name in this process, made at first use. */
export function oncePerProcess<Value>(name: string, make: () => Value): Value {
  const holder = globalThis as Holder;
  holder[ONCE] ??= new Map();
  const values = holder[ONCE];
  if (!values.has(name)) values.set(name, make());
  return values.get(name) as Value;
}

/** Takes the values out, so that a test or a stop can close what it made. */
export function forgetProcessValues(): Map<string, unknown> {
  const holder = globalThis as Holder;
  const values = holder[ONCE] ?? new Map<string, unknown>();
  holder[ONCE] = new Map();
  return values;
}
