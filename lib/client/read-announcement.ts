import type { Announcement, CountsAnnouncement } from "@/lib/wire/announcements";

/** Our own server wrote it, so its shape is trusted; what cannot be read is skipped, and the next heartbeat shows the gap. */
export function readAnnouncement(payload: Uint8Array): Announcement | CountsAnnouncement | null {
  try {
    return JSON.parse(new TextDecoder().decode(payload)) as Announcement | CountsAnnouncement;
  } catch {
    return null;
  }
}
