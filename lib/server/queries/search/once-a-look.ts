import type { Terms } from "./read-terms";

const kept = new WeakMap<Terms, Map<string, Promise<unknown>>>();

/** What several kinds need of one look is read once: rooms and topics stand in the same words. Gone with the look. */
export function onceALook<Read>(terms: Terms, name: string, read: () => Promise<Read>): Promise<Read> {
  const ofLook = kept.get(terms) ?? new Map<string, Promise<unknown>>();
  kept.set(terms, ofLook);
  const reading = (ofLook.get(name) as Promise<Read> | undefined) ?? read();
  ofLook.set(name, reading);
  return reading;
}
