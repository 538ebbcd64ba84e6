import { call } from "@/lib/client/call";
import type { EpisodeChanges, EpisodeFields, ShowChanges, ShowFields } from "@/lib/wire/shows/inputs";

/** What one does about shows and their episodes. */
export const showsApi = {
  createShow: (input: ShowFields) => call("POST /api/shows", { input }),
  editShow: (showId: string, input: ShowChanges) => call("PATCH /api/shows/:showId", { params: { showId }, input }),
  publishShow: (showId: string) => call("PUT /api/shows/:showId/published", { params: { showId } }),
  endShow: (showId: string, reason: string) =>
    call("DELETE /api/shows/:showId", { params: { showId }, input: { reason } }),
  addShowHost: (showId: string, handle: string, role: "host" | "cohost") =>
    call("POST /api/shows/:showId/hosts", { params: { showId }, input: { handle, role } }),
  removeShowHost: (showId: string, personId: string) =>
    call("DELETE /api/shows/:showId/hosts/:personId", { params: { showId, personId } }),
  removeShowPicture: (showId: string) => call("DELETE /api/shows/:showId/picture", { params: { showId } }),
  planEpisode: (input: EpisodeFields) => call("POST /api/episodes", { input }),
  editEpisode: (roomId: string, input: EpisodeChanges) =>
    call("PATCH /api/rooms/:roomId/episode", { params: { roomId }, input }),
  publishEpisode: (roomId: string) => call("PUT /api/rooms/:roomId/episode/published", { params: { roomId } }),
  cancelEpisode: (roomId: string, reason: string) =>
    call("DELETE /api/rooms/:roomId/episode", { params: { roomId }, input: { reason } }),
};
