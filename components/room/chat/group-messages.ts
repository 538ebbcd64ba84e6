import type { ChatMessageView } from "@/lib/wire/chat/views";

/** Messages that one person wrote in a row. */
export type MessageGroup = { person: ChatMessageView["person"]; messages: ChatMessageView[] };

/** A pause longer than this begins a new group, so that its time is told. */
const PAUSE_MS = 5 * 60_000;

export function groupMessages(messages: readonly ChatMessageView[]): MessageGroup[] {
  const groups: MessageGroup[] = [];
  for (const message of messages) {
    const group = groups.at(-1);
    const before = group?.messages.at(-1);
    const goesOn =
      before?.person.id === message.person.id &&
      Date.parse(message.writtenAt) - Date.parse(before.writtenAt) < PAUSE_MS;
    if (group && goesOn) group.messages.push(message);
    else groups.push({ person: message.person, messages: [message] });
  }
  return groups;
}
