/** So many of them somebody most likely speaks; browsers are set to more. */
const MOST = 3;

/** The languages that a browser prefers, as profiles name them, the dearest first: what somebody most likely speaks. */
export function languagesOf(acceptLanguage: string | null): string[] {
  const asked = (acceptLanguage ?? "").split(",").map((part) => {
    const [tag = "", ...facts] = part.trim().toLowerCase().split(";");
    const weight = facts.map((fact) => /^\s*q=([\d.]+)$/.exec(fact)?.[1]).find(Boolean);
    return { language: tag.trim().split("-")[0] ?? "", weight: weight === undefined ? 1 : Number(weight) };
  });
  const spoken = asked.filter(({ language, weight }) => /^[a-z]{2,3}$/.test(language) && weight > 0);
  const inOrder = spoken.toSorted((one, other) => other.weight - one.weight).map(({ language }) => language);
  return [...new Set(inOrder)].slice(0, MOST);
}
