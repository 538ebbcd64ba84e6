import type { PersonId, ShowId } from "@/lib/domain/ids";
import type { Transaction } from "@/lib/server/postgres/db";
import { hostsOfShow } from "./hosts-of-show";

/** Gives a new host of a show the keys to its episodes to come, of which drafts are closed rooms. The caller has locked the show. */
export async function giveKeys(tx: Transaction, showId: ShowId, personId: PersonId, by: PersonId): Promise<void> {
  const rooms = await tx.room.findMany({ where: { showId, status: "scheduled" }, select: { id: true } });
  const data = rooms.map(({ id }) => ({ roomId: id, personId, invitedById: by }));
  await tx.invitation.createMany({ data, skipDuplicates: true });
}

/**
 * Takes somebody out of who leads a show that the caller has locked. The keys to its episodes to come go with it, unless they lead one of them
 * by themselves or are to speak there. What they planned is another host's from then on.
 */
export async function takeFromShow(tx: Transaction, showId: ShowId, personId: PersonId): Promise<void> {
  await tx.showHost.deleteMany({ where: { showId, personId } });
  const room = { showId, status: "scheduled" as const };
  await tx.invitation.deleteMany({
    where: { personId, role: "listener", room: { ...room, episode: { hosts: { none: { personId } } } } },
  });
  const heir = (await hostsOfShow(tx, showId)).find(({ role }) => role === "host");
  if (heir) await tx.room.updateMany({ where: { ...room, createdById: personId }, data: { createdById: heir.id } });
}
