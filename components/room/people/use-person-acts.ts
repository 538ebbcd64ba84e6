import { useModerationActs } from "@/components/room/moderation/use-moderation-acts";
import { useRoomScene } from "@/components/room/room-context";
import { useStageActs } from "@/components/room/stage/use-stage-acts";
import type { PersonFace } from "@/lib/wire/people/views";

type ModerationName =
  | "offerStage"
  | "mute"
  | "moveToAudience"
  | "makeModerator"
  | "unmakeModerator"
  | "handOver"
  | "stepDown";

type PersonActs = { moderation: { name: ModerationName; run: () => unknown }[]; mayRemove: boolean };

/** What I may do about somebody in this room, from the one table of permissions. */
export function usePersonActs(person: PersonFace): PersonActs {
  const scene = useRoomScene();
  const { stepDown } = useStageActs();
  const acts = useModerationActs();
  // Whoever stands on the stage that is heard here sits in another room.
  if (scene.heardStage?.some(({ id }) => id === person.id)) return { moderation: [], mayRemove: false };
  const seat = scene.stage.find(({ id }) => id === person.id);
  const target = { personId: person.id, role: seat?.role ?? ("listener" as const) };
  if (scene.me?.personId === person.id) {
    const steps = seat !== undefined && scene.may("stepDown", target);
    return { moderation: steps ? [{ name: "stepDown", run: stepDown }] : [], mayRemove: false };
  }
  const offered: (ModerationName | false)[] = [
    !seat && !person.isGuest && scene.may("offerStage", target) && "offerStage",
    seat !== undefined && !seat.muted && scene.may("mute", target) && "mute",
    seat !== undefined && scene.may("moveToAudience", target) && "moveToAudience",
    seat?.role === "speaker" && scene.may("makeModerator", target) && "makeModerator",
    seat?.role === "moderator" && scene.may("unmakeModerator", target) && "unmakeModerator",
    seat !== undefined && scene.may("handOver", target) && "handOver",
  ];
  const names = offered.filter(
    (name): name is Exclude<ModerationName, "stepDown"> => name !== false && name !== "stepDown",
  );
  return {
    moderation: names.map((name) => ({ name, run: () => acts[name](person) })),
    mayRemove: scene.may("removePerson", target),
  };
}
