import { COMMA } from "@/lib/domain/text/comma";
import type { RoomFields } from "@/lib/wire/rooms/inputs";

/** What the form holds, as the API wants it. Nothing is judged here; the server says what does not fit. */
export function readRoomForm(form: HTMLFormElement): RoomFields {
  const fields = new FormData(form);
  const text = (name: string): string => String(fields.get(name) ?? "");
  return {
    title: text("title"),
    description: text("description"),
    topics: text("topics")
      .split(COMMA)
      .map((topic) => topic.trim())
      .filter(Boolean),
    language: text("language"),
    kind: text("kind") as RoomFields["kind"],
    ...(text("clubId") !== "" && { clubId: text("clubId") }),
    guestsAllowed: fields.has("guestsAllowed"),
    capacity: Number(text("capacity")),
    ...(form.elements.namedItem("overflow") !== null && overflowOf(fields.has("overflow"), text)),
  };
}

/** With overflow on, no halls at all are a slip, which the server shall refuse and not take for "off". */
function overflowOf(on: boolean, text: (name: string) => string): Pick<RoomFields, "overflowRooms" | "reserve"> {
  if (!on) return { overflowRooms: 0, reserve: 0 };
  const reserve = text("reserve").trim();
  const rooms = { overflowRooms: Number(text("overflowRooms")) || Number.NaN };
  return reserve === "" ? rooms : { ...rooms, reserve: Number(reserve) };
}
