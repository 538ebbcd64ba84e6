/** The media server's room of a channel: one for each hall and language that somebody listens to. Source: mechanics, languages. */
export const channelRoom = (hallId: string, language: string): string => `${hallId}:${language}`;

/** Which hall and language a channel's room is for; null for the name of any other room. */
export function readChannelRoom(name: string): { hallId: string; language: string } | null {
  const [hallId, language, ...rest] = name.split(":");
  return hallId && language && rest.length === 0 ? { hallId, language } : null;
}
