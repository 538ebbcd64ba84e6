import type { ChatMessageView } from "@/lib/wire/chat/views";

/** Lines that one person wrote in a row. */
export type LineGroup = { person: ChatMessageView["person"]; lines: ChatMessageView[] };

/** A pause longer than this begins a new group, so that its time is told. */
const PAUSE_MS = 5 * 60_000;

export function groupLines(lines: readonly ChatMessageView[]): LineGroup[] {
  const groups: LineGroup[] = [];
  for (const line of lines) {
    const group = groups.at(-1);
    const before = group?.lines.at(-1);
    const goesOn =
      before?.person.id === line.person.id && Date.parse(line.writtenAt) - Date.parse(before.writtenAt) < PAUSE_MS;
    if (group && goesOn) group.lines.push(line);
    else groups.push({ person: line.person, lines: [line] });
  }
  return groups;
}
