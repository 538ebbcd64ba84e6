import type { ShowRole } from "@/lib/domain/shows/show";
import { VISIBLE_SQL } from "@/lib/server/queries/rooms/visibility";
import type { ShowCard } from "@/lib/wire/shows/views";
import { ANNOUNCED_SQL } from "./announced-sql";
import { type LeadersJson, leadersJson, leadersOf, SHOW_LEADERS_SQL } from "./leaders-json";

/** What a list tells of `show sh`, to the person $1. */
export const SHOW_CARD_SQL = `
  sh.id, sh.slug, sh.title, sh.description, sh.topics, sh.language, sh.picture_key AS picture, sh.published_at IS NULL AS "isDraft",
  sh.ended_at AS "endedAt", ${leadersJson("$1::uuid", SHOW_LEADERS_SQL)} AS hosts,
  (SELECT me.role FROM show_host me WHERE me.show_id = sh.id AND me.person_id = $1::uuid) AS role,
  (SELECT json_build_object('id', r.id, 'scheduledFor', r.scheduled_for, 'status', r.status) FROM room r
    WHERE r.show_id = sh.id AND r.status IN ('live', 'scheduled') AND r.main_room_id IS NULL AND ${ANNOUNCED_SQL} AND ${VISIBLE_SQL}
    ORDER BY r.status DESC, r.scheduled_for NULLS LAST, r.id LIMIT 1) AS next`;

export type ShowCardRow = Omit<ShowCard, "hosts" | "next" | "endedAt"> & {
  endedAt: Date | null;
  hosts: LeadersJson;
  role: ShowRole | null;
  next: { id: string; scheduledFor: string | null; status: "scheduled" | "live" } | null;
};

export function toShowCard({ endedAt, hosts, next, ...row }: ShowCardRow): ShowCard {
  const { id, slug, title, description, topics, language, picture, isDraft, role } = row;
  const at = next?.scheduledFor ?? null;
  return {
    ...{ id, slug, title, description, topics, language, picture, isDraft, role },
    endedAt: endedAt?.toISOString() ?? null,
    hosts: leadersOf(hosts),
    next: next && { ...next, scheduledFor: at === null ? null : new Date(at).toISOString() },
  };
}
