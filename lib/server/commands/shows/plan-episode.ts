import type { PersonId, RoomId, ShowId } from "@/lib/domain/ids";
import { granted, type Ruling, refused } from "@/lib/domain/ruling";
import { canWithShow } from "@/lib/domain/shows/show-permissions";
import { actInShow } from "@/lib/server/acts/act-in-show";
import { mayOpenInClub } from "@/lib/server/acts/may-open-in-club";
import { defineCommand } from "@/lib/server/http/command";
import { ringHallway } from "@/lib/server/notify/ring-hallway";
import { hostsOfShow } from "@/lib/server/planning/hosts-of-show";
import { mayPlanAnother } from "@/lib/server/planning/may-plan-another";
import { openEpisode } from "@/lib/server/planning/open-episode";
import type { Transaction } from "@/lib/server/postgres/db";
import { inTransaction } from "@/lib/server/postgres/in-transaction";
import { episode } from "@/lib/server/queries/shows/episode";
import { momentOf } from "@/lib/server/shows/moment-of";
import { type EpisodeFields, episodeFields } from "@/lib/wire/shows/inputs";
import { episodeAnswer } from "@/lib/wire/shows/views";

/** Plans one episode by hand, of a show or of none. It is announced at once, unless it is to be a draft or its show is one. */
export const planEpisode = defineCommand({
  who: "member",
  limit: "episodesOfPerson",
  input: episodeFields,
  output: episodeAnswer,
  refusals: ["bad_input", "episodes_full", "not_allowed", "not_found", "show_ended"],
  status: 201,
  summary: "Plan an episode",
  run: async ({ caller, input }) => {
    const at = momentOf(input.when.at, input.when.zone);
    if (at <= new Date()) return refused("bad_input", { field: "when", reason: "past" });
    const planned = await (input.showId ? ofShow(caller, input.showId, input, at) : ofNone(caller.id, input, at));
    if (!planned.ok) return planned;
    ringHallway([planned.value]);
    const view = await episode(caller, planned.value);
    return view ? granted({ episode: view }) : refused("not_found");
  },
});

type Planned = Ruling<RoomId, "bad_input" | "episodes_full" | "not_allowed" | "not_found" | "show_ended">;

const ofShow = (caller: { id: PersonId }, showId: string, input: EpisodeFields, at: Date): Promise<Planned> =>
  actInShow({ caller, params: { showId } }, async (scene): Promise<Planned> => {
    const { tx, actor, now } = scene;
    if (!canWithShow(actor.role, "planEpisode")) return refused("not_allowed");
    const show = await tx.show.findUniqueOrThrow({ where: { id: showId } });
    if (show.endedAt) return refused("show_ended");
    const hosts = await hostsOfShow(tx, showId);
    const leader = actor.role === "host" ? actor : { personId: hosts.find(({ role }) => role === "host")?.id };
    const publishedAt = show.publishedAt && input.publish ? now : null;
    const keys = hosts.map(({ id }) => id);
    return open(tx, input, {
      ...{ at, publishedAt, keys, by: actor.personId, showId: scene.showId },
      createdById: leader.personId ?? actor.personId,
    });
  });

const ofNone = (by: PersonId, input: EpisodeFields, at: Date): Promise<Planned> =>
  inTransaction((tx) =>
    open(tx, input, {
      at,
      by,
      createdById: by,
      publishedAt: input.publish ? new Date() : null,
      keys: [],
      showId: null,
    }),
  );

type Place = {
  at: Date;
  by: PersonId;
  createdById: PersonId;
  publishedAt: Date | null;
  keys: PersonId[];
  showId: ShowId | null;
};

async function open(tx: Transaction, input: EpisodeFields, { at, by, ...place }: Place): Promise<Planned> {
  const { when: _, publish: __, ...fields } = input;
  if (fields.kind === "members" && !fields.clubId) return refused("bad_input", { field: "kind", reason: "no_club" });
  const room = await mayPlanAnother(tx, by);
  if (!room.ok) return room;
  if (fields.clubId && !(await mayOpenInClub(tx, fields.clubId, by))) return refused("not_found");
  return granted(await openEpisode(tx, { ...fields, ...place, occurrence: null, scheduledFor: at }));
}
