import { type Filter, topicKey } from "@/lib/domain/hallway/filter";
import { languageKey } from "@/lib/domain/hallway/ranking";

const MOST_TOPICS = 8;

/** Where a link of the filter leads, and whether it is what the reader sees now. */
export type Choice = { filter: Filter; isOn: boolean };

type Named = Choice & { name: string };

/** The address of the hallway, or of another page with such a list, that shows these rooms. */
export function filterPath({ language, topic }: Filter, page = "/"): string {
  const asked = new URLSearchParams({ ...(language && { language }), ...(topic && { topic }) });
  return asked.size > 0 ? `${page}?${asked}` : page;
}

/**
 * What the reader can choose: languages, where there is more than one, and the topics that most of the rooms in view name. What is
 * chosen is there in any case, and leads back out.
 */
export function filterChoices(
  { language, topic }: Filter,
  languages: readonly string[],
  topics: readonly string[],
): { languages: Named[]; topics: Named[] } {
  const chosen = language && languageKey(language);
  const spoken = [...new Set([...(chosen ? [chosen] : []), ...languages])].toSorted();
  const offered = spoken.length > 1 || chosen ? spoken : [];
  return {
    languages: offered.map((name) => {
      const isOn = name === chosen;
      return { name, isOn, filter: { language: isOn ? undefined : name, topic } };
    }),
    topics: mostNamed(topic, topics).map((name) => {
      const isOn = topic !== undefined && topicKey(name) === topicKey(topic);
      return { name, isOn, filter: { language, topic: isOn ? undefined : name } };
    }),
  };
}

/** The chosen one first, then the others by how many rooms name them. */
function mostNamed(chosen: string | undefined, topics: readonly string[]): string[] {
  const spellings = new Map<string, { name: string; rooms: number }>();
  for (const name of topics) {
    const before = spellings.get(topicKey(name));
    spellings.set(topicKey(name), { name: before?.name ?? name, rooms: (before?.rooms ?? 0) + 1 });
  }
  const others = [...spellings.entries()]
    .filter(([key]) => chosen === undefined || key !== topicKey(chosen))
    .toSorted(([, one], [, other]) => other.rooms - one.rooms)
    .map(([, { name }]) => name);
  return [...(chosen === undefined ? [] : [chosen]), ...others].slice(0, MOST_TOPICS);
}
