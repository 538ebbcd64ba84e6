import { env } from "@/lib/env";
import { door } from "@/lib/server/admission/door";
import type { Member } from "@/lib/server/callers/caller";
import { acceptOffer } from "@/lib/server/commands/stage/accept-offer";
import { offerStage } from "@/lib/server/commands/stage/offer-stage";
import { log } from "@/lib/server/postgres/log";
import type { DemoMember, DemoStage } from "@/lib/server/queries/rooms/demo-stage";

/**
 * Gets the cast on stage as anyone gets there. All come in by the door, where the first is host because they made the room;
 * the host offers each other one a place, and they accept. Safe to repeat; a refusal is logged and tried again later.
 * Throws ServiceAway where Postgres or LiveKit is away.
 */
export async function takeTheStage(stage: DemoStage): Promise<void> {
  const [host, ...others] = stage.cast;
  if (!host || !(await comeIn(stage, host))) return;
  for (const other of others) {
    const role = await comeIn(stage, other);
    if (role === "listener") await callUp(stage, host, other);
  }
}

/** Answers the role in which they sit, or null where they were turned away. */
async function comeIn(stage: DemoStage, { personId, handle, seat }: DemoMember) {
  if (seat) return seat.role;
  const admission = await door().admit({ roomId: stage.roomId, personId, kind: "member" });
  if (admission.ok) return admission.value.seat.role;
  log().warn({ roomId: stage.roomId, handle, refusal: admission.refusal }, "demo cast turned away at the door");
  return null;
}

async function callUp(stage: DemoStage, host: DemoMember, other: DemoMember): Promise<void> {
  const offered = await offerStage.run(ask(host, { roomId: stage.roomId, personId: other.personId }));
  const ruling = offered.ok ? await acceptOffer.run(ask(other, { roomId: stage.roomId })) : offered;
  if (!ruling.ok) log().warn({ roomId: stage.roomId, refusal: ruling.refusal }, "demo cast not called to the stage");
}

/** What a command is given when one of the cast does it, with no more rights than any member. */
function ask({ personId }: DemoMember, params: Record<string, string>) {
  const caller: Member = { id: personId, kind: "member", admin: false };
  return { caller, params, input: {}, request: new Request(env().PLENUM_URL) };
}
