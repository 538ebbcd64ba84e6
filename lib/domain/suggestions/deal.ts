/**
 * One list out of several, a suggestion of each kind in turn, so that no kind of reason crowds the others out. Whoever is in several
 * is suggested once, for the reason that comes first.
 */
export function dealSuggestions<One extends { person: { id: string } }>(
  kinds: readonly (readonly One[])[],
  most: number,
): One[] {
  const dealt = new Map<string, One>();
  const rounds = Math.max(0, ...kinds.map((kind) => kind.length));
  for (let round = 0; round < rounds; round++) {
    for (const kind of kinds) {
      const one = kind[round];
      if (one && dealt.size < most && !dealt.has(one.person.id)) dealt.set(one.person.id, one);
    }
  }
  return [...dealt.values()];
}
