import { useMemo } from "react";
import { type SpokenBack, spokenBack } from "@/lib/client/interpreting/spoken-back";
import { isInside, type Phase, type StageHeard } from "@/lib/client/room/session-state";
import { type Action, type Actor, can } from "@/lib/domain/permissions";
import { isOnStage } from "@/lib/domain/roles";
import type { Viewer } from "@/lib/wire/people/views";
import type { MineView } from "@/lib/wire/rooms/mine";
import type { RoomDetails, RoomView } from "@/lib/wire/rooms/views";
import type { StagePerson } from "@/lib/wire/stage/views";
import { standsFor } from "./people/stands-for";
import { useSession } from "./session/use-session";

/**
 * Somebody on stage as the screen shows them. `hushed`: nobody hears them now, whoever silenced them. `spokenBy`: the interpreter
 * who speaks there what they ask.
 */
export type ShownPerson = StagePerson & { hushed: boolean; isMe: boolean; spokenBy: SpokenBack | null };

export type RoomScene = {
  view: RoomView;
  phase: Phase;
  /** Whether I sit in it, on this page. */
  inside: boolean;
  /** The room's own stage. */
  stage: ShownPerson[];
  /** In an overflow room: the stage of its main room, which is heard here too; else null. */
  heardStage: ShownPerson[] | null;
  /** The room whose stage one raises a hand for. */
  stageRoom: RoomDetails;
  mine: MineView | null;
  me: Actor | null;
  amOnStage: boolean;
  isMember: boolean;
  /** Null for guests. */
  viewerHandle: string | null;
  may: (action: Action, target?: Actor) => boolean;
  /** Without people with whom I have a block. */
  unblocked: <Person extends { id: string }>(people: readonly Person[]) => Person[];
};

/**
 * The room as it is to be shown: what the session holds where it is in this room, else what the page was made with. The same
 * object while nothing that is shown has changed.
 */
export function useRoom(shown: RoomView, viewer: Viewer): RoomScene {
  const session = useSession();
  const here = standsFor(session, shown.room.id);
  const inside = here && isInside(session.phase);
  const held = here && (inside || session.phase === "ended") ? session.held : null;
  const view = useMemo(() => (held ? newerOf(held.view, shown) : shown), [held, shown]);
  const { heard, microphone } = session;
  const personId = held?.personId ?? null;
  const stage = useMemo(
    () =>
      view.stage.map((person): ShownPerson => {
        const isMe = person.id === personId;
        const open = isMe ? microphone === "on" : (heard?.open.includes(person.id) ?? true);
        const connected = isMe || (heard?.present.includes(person.id) ?? true);
        const spokenBy = interpreterFor(person, view);
        return { ...person, isMe, spokenBy, hushed: person.muted || !open, away: person.away || !connected };
      }),
    [view, personId, heard, microphone],
  );
  const { main } = view;
  const relayed = inside ? session.stage : null;
  const heardStage = useMemo(
    () => (main ? main.stage.map((person) => onRelayedStage(person, view, relayed)) : null),
    [main, view, relayed],
  );
  const mine = inside && held ? held.mine : null;
  const isHeld = held !== null;
  const phase = here ? session.phase : "idle";
  return useMemo((): RoomScene => {
    const seat = mine?.seat ?? null;
    const me = seat ? { personId: seat.personId, role: seat.role } : null;
    const apart = new Set(mine?.apart);
    return {
      view,
      phase,
      inside: inside && isHeld,
      stage: inside ? stage : stage.map((person) => ({ ...person, hushed: person.muted, away: person.away })),
      heardStage,
      stageRoom: view.main?.room ?? view.room,
      mine,
      me,
      amOnStage: me !== null && isOnStage(me.role),
      isMember: viewer !== null && !viewer.isGuest,
      viewerHandle: viewer?.handle ?? null,
      may: (action, target) => me !== null && can(me, action, target),
      unblocked: (people) => people.filter(({ id }) => !apart.has(id)),
    };
  }, [view, phase, inside, isHeld, stage, heardStage, mine, viewer]);
}

/** Of them only the relay knows; before its first word they are taken to be heard. */
function onRelayedStage(person: StagePerson, view: RoomView, relayed: StageHeard | null): ShownPerson {
  const open = relayed?.open?.includes(person.id) ?? true;
  const present = relayed?.present?.includes(person.id) ?? true;
  const spokenBy = interpreterFor(person, view);
  return { ...person, isMe: false, spokenBy, hushed: person.muted || !open, away: person.away || !present };
}

const interpreterFor = ({ id }: StagePerson, view: RoomView): SpokenBack | null =>
  spokenBack(view).find(({ asker }) => asker.id === id) ?? null;

/** A session in another room of the family shows that one; in the same room the newer of both is shown. */
function newerOf(held: RoomView, shown: RoomView): RoomView {
  if (held.room.id !== shown.room.id) return held;
  return held.version >= shown.version ? withFaces(held, shown) : shown;
}

/** The door shows few of the audience; until the browser has read the others, those stay whom the page was made with. */
function withFaces(held: RoomView, shown: RoomView): RoomView {
  const lacksFaces = held.audience.length < Math.min(shown.audience.length, held.audienceCount);
  return lacksFaces ? { ...held, audience: shown.audience } : held;
}
