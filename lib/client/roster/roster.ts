import { call } from "@/lib/client/call";
import type { AudienceSection } from "@/lib/wire/roster/views";

/** Who is in a room beyond the first faces of its view. */
export const roster = {
  readAudience: (roomId: string, section: AudienceSection, after: string | null) =>
    call("GET /api/rooms/:roomId/audience", { params: { roomId }, asked: { section, after: after ?? undefined } }),
  readSeats: (roomId: string) => call("GET /api/rooms/:roomId/seats", { params: { roomId } }),
  readFollowed: (roomId: string) => call("GET /api/rooms/:roomId/followed", { params: { roomId } }),
  find: (roomId: string, q: string) => call("GET /api/rooms/:roomId/people", { params: { roomId }, asked: { q } }),
  readPerson: (roomId: string, id: string) =>
    call("GET /api/rooms/:roomId/people", { params: { roomId }, asked: { id } }),
  readProfile: (personId: string) => call("GET /api/people/:personId", { params: { personId } }),
};
