import type { PersonId } from "@/lib/domain/ids";
import { granted, refused } from "@/lib/domain/ruling";
import { MAX_SHOW_HOSTS } from "@/lib/domain/shows/show";
import { canWithShow } from "@/lib/domain/shows/show-permissions";
import { actInShow } from "@/lib/server/acts/act-in-show";
import { defineCommand } from "@/lib/server/http/command";
import { giveKeys } from "@/lib/server/planning/host-keys";
import { visiblePeople } from "@/lib/server/queries/people/person-visibility";
import { nothing } from "@/lib/wire/fields";
import { showHostInput } from "@/lib/wire/shows/inputs";

/** Makes somebody a host or a cohost of a show, or the other of the two. They see its drafts from then on, and may leave it by themselves. */
export const addShowHost = defineCommand({
  who: "member",
  limit: "showHostsOfPerson",
  input: showHostInput,
  output: nothing,
  refusals: ["hosts_full", "last_host", "not_allowed", "not_found"],
  summary: "Make somebody a host or cohost of a show",
  run: (ask) =>
    actInShow(ask, async ({ tx, showId, actor }) => {
      const { handle, role } = ask.input;
      if (!canWithShow(actor.role, "changeHosts")) return refused("not_allowed");
      const person = await tx.person.findUnique({ where: { handle }, select: { id: true } });
      const seen = person && (await visiblePeople(actor.personId, [person.id]));
      if (!person || !seen?.has(person.id)) return refused("not_found");
      const hosts = await tx.showHost.findMany({ where: { showId } });
      const isNew = !hosts.some(({ personId }) => personId === person.id);
      if (isNew && hosts.length >= MAX_SHOW_HOSTS) return refused("hosts_full", { limit: MAX_SHOW_HOSTS });
      const others = hosts.filter((one) => one.personId !== person.id && one.role === "host");
      if (role === "cohost" && others.length === 0) return refused("last_host");
      const key = { showId, personId: person.id };
      await tx.showHost.upsert({ where: { showId_personId: key }, create: { ...key, role }, update: { role } });
      await giveKeys(tx, showId, person.id as PersonId, actor.personId);
      return granted(null);
    }),
});
