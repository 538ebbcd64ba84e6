const UUID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
const PERSON = /^\/people\/([a-z0-9_]{1,40})(?:\/.*)?$/i;
const ROOM = new RegExp(`^/(?:embed/)?rooms/(${UUID})(?:/.*)?$`, "i");
const SHOW = /^\/shows\/([a-z0-9-]{1,60})(?:\/.*)?$/i;
const RECORDING = new RegExp(`^#(${UUID})(?:-\\d+)?$`, "i");

/** What an address of this instance leads to. */
export type Addressed =
  | { kind: "person"; handle: string }
  | { kind: "room"; roomId: string }
  | { kind: "recording"; roomId: string; recordingId: string }
  | { kind: "show"; slug: string };

/** Reads an address as somebody copied it, or its path alone. `home`: where this instance is. Null for what leads to none of these. */
export function readSubjectAddress(text: string, home: string): Addressed | null {
  const url = parsed(text, home);
  if (!url || url.host !== new URL(home).host) return null;
  const [, handle] = PERSON.exec(url.pathname) ?? [];
  if (handle) return { kind: "person", handle: handle.toLowerCase() };
  const [, roomId] = ROOM.exec(url.pathname) ?? [];
  if (roomId) {
    const [, recordingId] = RECORDING.exec(url.hash) ?? [];
    const room = roomId.toLowerCase();
    return recordingId
      ? { kind: "recording", roomId: room, recordingId: recordingId.toLowerCase() }
      : { kind: "room", roomId: room };
  }
  const [, slug] = SHOW.exec(url.pathname) ?? [];
  return slug ? { kind: "show", slug: slug.toLowerCase() } : null;
}

function parsed(text: string, home: string): URL | null {
  try {
    return new URL(text.trim(), home);
  } catch {
    return null;
  }
}
