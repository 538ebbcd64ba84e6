import { type PersonId, toId } from "@/lib/domain/ids";
import { granted, refused } from "@/lib/domain/ruling";
import { canWithShow } from "@/lib/domain/shows/show-permissions";
import { actInShow } from "@/lib/server/acts/act-in-show";
import { defineCommand } from "@/lib/server/http/command";
import { takeFromShow } from "@/lib/server/planning/host-keys";
import { noInput, nothing } from "@/lib/wire/fields";

/** Takes a host or a cohost out of a show; each of them may leave it by themselves. The last host ends the show instead. */
export const removeShowHost = defineCommand({
  who: "member",
  limit: "showHostsOfPerson",
  input: noInput,
  output: nothing,
  refusals: ["last_host", "not_allowed", "not_found"],
  summary: "Take a host or cohost out of a show",
  run: (ask) =>
    actInShow(ask, async ({ tx, showId, actor }) => {
      const personId = toId<PersonId>(ask.params.personId);
      const isSelf = actor.role !== null && personId === actor.personId;
      if (!isSelf && !canWithShow(actor.role, "changeHosts")) return refused("not_allowed");
      const hosts = await tx.showHost.findMany({ where: { showId } });
      const leaving = hosts.find((one) => one.personId === personId);
      if (!personId || !leaving) return refused("not_found");
      const others = hosts.filter((one) => one.personId !== personId && one.role === "host");
      if (leaving.role === "host" && others.length === 0) return refused("last_host");
      await takeFromShow(tx, showId, personId);
      return granted(null);
    }),
});
