import { languageKey } from "./ranking";

/** Which rooms somebody wants to see: in one language, about one topic. */
export type Filter = { language?: string; topic?: string };

/** Two topics are the same whatever their capitals. */
export const topicKey = (topic: string): string => topic.normalize("NFC").toLowerCase();

export const matchesFilter = (
  { language, topic }: Filter,
  room: { language: string; topics: readonly string[] },
): boolean =>
  (language === undefined || languageKey(room.language) === languageKey(language)) &&
  (topic === undefined || room.topics.some((one) => topicKey(one) === topicKey(topic)));
