import type { PersonId } from "@/lib/domain/ids";
import { granted, refused } from "@/lib/domain/ruling";
import { MAX_SHOW_HOSTS } from "@/lib/domain/shows/show";
import { canWithShow } from "@/lib/domain/shows/show-permissions";
import { actInShow } from "@/lib/server/acts/act-in-show";
import { defineCommand } from "@/lib/server/http/command";
import { ringPerson } from "@/lib/server/notify/ring-person";
import { tellOfShow } from "@/lib/server/notify/tell-of-show";
import { giveKeys } from "@/lib/server/planning/host-keys";
import { prismaSql } from "@/lib/server/postgres/sql";
import { visiblePeople } from "@/lib/server/queries/people/person-visibility";
import { nothing } from "@/lib/wire/fields";
import { showHostInput } from "@/lib/wire/shows/inputs";

/** Makes somebody a host or a cohost of a show, or the other of the two. They are told once, see its drafts from then on, and may leave it by themselves. */
export const addShowHost = defineCommand({
  who: "member",
  limit: "showHostsOfPerson",
  input: showHostInput,
  output: nothing,
  refusals: ["hosts_full", "last_host", "not_allowed", "not_found"],
  summary: "Make somebody a host or cohost of a show",
  run: async (ask) => {
    const added = await actInShow(ask, async ({ tx, showId, actor }) => {
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
      const create = { ...key, role, addedById: actor.personId };
      await tx.showHost.upsert({ where: { showId_personId: key }, create, update: { role } });
      const personId = person.id as PersonId;
      await giveKeys(tx, showId, personId, actor.personId);
      if (isNew) await tellOfShow(prismaSql(tx), { personId, byId: actor.personId, showId });
      return granted(isNew ? personId : null);
    });
    if (!added.ok) return added;
    if (added.value) ringPerson(added.value);
    return granted(null);
  },
});
