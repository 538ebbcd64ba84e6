import type { PersonId, RoomId } from "@/lib/domain/ids";
import { canWithShow } from "@/lib/domain/shows/show-permissions";
import { visibleRoom } from "@/lib/server/queries/rooms/visible-room";
import type { EpisodeView } from "@/lib/wire/shows/views";
import { episode as readEpisode } from "./episode";

/** An episode, for whoever leads it and before it has begun; null for everybody else, and from then on. */
export async function episodeToPlan(caller: { id: PersonId } | null, roomId: RoomId): Promise<EpisodeView | null> {
  if (!caller || !(await visibleRoom(caller, roomId))) return null;
  const episode = await readEpisode(caller, roomId);
  return episode?.status === "scheduled" && canWithShow(episode.role, "editEpisode") ? episode : null;
}
