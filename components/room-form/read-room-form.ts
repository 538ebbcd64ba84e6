import type { RoomFields } from "@/lib/wire/inputs";

/** What the form holds, as the API wants it. Nothing is judged here; the server says what does not fit. */
export function readRoomForm(form: HTMLFormElement): RoomFields {
  const fields = new FormData(form);
  const text = (name: string): string => String(fields.get(name) ?? "");
  return {
    title: text("title"),
    description: text("description"),
    topics: text("topics")
      .split(",")
      .map((topic) => topic.trim())
      .filter(Boolean),
    language: text("language"),
    kind: text("kind") as RoomFields["kind"],
    guestsAllowed: fields.has("guestsAllowed"),
    capacity: Number(text("capacity")),
  };
}
