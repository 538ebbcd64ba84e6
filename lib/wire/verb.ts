import type { ClubAction } from "@/lib/domain/clubs/club-permissions";
import type { Action } from "@/lib/domain/permissions";
import type { ShowAction } from "@/lib/domain/shows/show-permissions";
import type { Api } from "@/lib/wire/api";
import type { RoomHappening } from "@/lib/wire/rooms/announcements";

/**
 * One act. `permission`: null where no role decides. `client`: the file in lib/client whose function of the same name asks
 * it; null where the one component that asks it calls the operation itself. `events`: what a room is told of it.
 */
export type Verb = readonly [
  operation: keyof Api,
  permission: Action | ClubAction | ShowAction | null,
  client: string | null,
  events: readonly RoomHappening["type"][],
];
