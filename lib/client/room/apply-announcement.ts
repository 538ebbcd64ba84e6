import { applyToHands, withoutHands } from "@/lib/client/hands/apply-to-hands";
import { ROLES } from "@/lib/domain/roles";
import type { Announcement, RoomHappening } from "@/lib/wire/rooms/announcements";
import type { MineView } from "@/lib/wire/rooms/mine";
import type { RoomView } from "@/lib/wire/rooms/views";
import type { SeatView } from "@/lib/wire/seats/views";
import type { StagePerson } from "@/lib/wire/stage/views";
import type { HeldRoom } from "./held-room";

/** `gap`: something that was announced before never came; the room must be read again. */
export type Applied = { held: HeldRoom; gap: boolean };

/**
 * Carries one announcement into what is held. Old news change nothing. News after a gap are applied too, since
 * every happening is safe to repeat. Source: mechanics, announcements.
 */
export function applyAnnouncement(held: HeldRoom, { audience, prev, version, happening, at }: Announcement): Applied {
  const followed = held.followed[audience];
  const gap = prev > followed;
  if (version <= followed) return { held, gap };
  const next: HeldRoom = { ...held, followed: { ...held.followed, [audience]: version } };
  if (happening === null) return { held: next, gap };
  const { view, mine, personId } = next;
  const familyNotice =
    happening.type === "family_line" ? { by: happening.by, text: happening.text, at } : held.familyNotice;
  const { alike } = { ...held, ...(happening.type === "name_alike" && { alike: happening }) };
  // What the main room's stage is told says nothing of a seat in this one.
  if (audience === "main") {
    return { held: { ...next, familyNotice, view: applyToMain(view, happening, version) }, gap };
  }
  return {
    held: {
      ...next,
      familyNotice,
      alike,
      view: applyToView(view, happening),
      mine: applyToMine(mine, personId, happening),
    },
    gap,
  };
}

/**
 * The same of the room whose stage is heard here: a person who leaves it for its audience is not in this one's. Happenings that
 * name neither room concern the whole family.
 */
function applyToMain(view: RoomView, happening: RoomHappening, version: number): RoomView {
  const { main, audience, audienceCount } = view;
  if (!main) return view;
  const { room, stage, ...shared } = applyToView({ ...view, ...main, audience: [], audienceCount: 0 }, happening);
  const own = { room: view.room, stage: view.stage, version: view.version, audience, audienceCount };
  return { ...shared, ...own, main: { room, stage, version } };
}

function applyToView(view: RoomView, happening: RoomHappening): RoomView {
  switch (happening.type) {
    case "stage_joined":
      return seatOnStage(view, happening.person);
    case "stage_left":
      return takeFromStage(
        view,
        happening.personId,
        happening.reason === "stepped_down" || happening.reason === "moved",
      );
    case "removed":
      return takeFromStage(view, happening.personId, false);
    case "role_changed":
      return changeOnStage(view, happening.personId, { role: happening.role });
    case "microphone_cut":
      return changeOnStage(view, happening.personId, { muted: true });
    case "microphone_returned":
      return changeOnStage(view, happening.personId, { muted: false });
    case "room_edited": {
      const { inClub, ...room } = happening.room;
      return editRoom(view, { ...room, openSeats: view.room.openSeats, club: inClub ? view.room.club : null });
    }
    case "link_pinned":
      return { ...view, room: { ...view.room, pinned: happening.link } };
    case "link_unpinned":
      return { ...view, room: { ...view.room, pinned: null } };
    case "recording_started":
      return { ...view, room: { ...view.room, recording: happening.recording } };
    case "recording_stopped":
      return { ...view, room: { ...view.room, recording: null } };
    case "interpreters_changed":
      return { ...view, channels: happening.channels };
    case "room_ended":
      return { ...view, room: { ...view.room, status: "ended", endLine: happening.line ?? "", recording: null } };
    default:
      return view;
  }
}

/** A hall that goes on as a room of its own has a stage of its own. */
function editRoom(view: RoomView, room: RoomView["room"]): RoomView {
  const wentOn = view.room.family !== null && room.family === null;
  return wentOn ? { ...view, room, main: null, halls: [] } : { ...view, room };
}

function seatOnStage(view: RoomView, person: StagePerson): RoomView {
  const others = view.stage.filter(({ id }) => id !== person.id);
  const audience = view.audience.filter(({ id }) => id !== person.id);
  const cameUp = audience.length < view.audience.length;
  return {
    ...view,
    stage: [...others, person].sort(byRank),
    audience,
    audienceCount: Math.max(audience.length, view.audienceCount - (cameUp ? 1 : 0)),
  };
}

function takeFromStage(view: RoomView, personId: string, staysInAudience: boolean): RoomView {
  const person = view.stage.find(({ id }) => id === personId);
  const stage = view.stage.filter(({ id }) => id !== personId);
  const audience = view.audience.filter(({ id }) => id !== personId);
  // A person who was called up from another hall goes back there.
  if (!person || !staysInAudience || person.from !== null) return { ...view, stage, audience };
  const { role, stageSince, muted, away, from, ...face } = person;
  return { ...view, stage, audience: [...audience, face], audienceCount: view.audienceCount + 1 };
}

function changeOnStage(view: RoomView, personId: string, change: Partial<StagePerson>): RoomView {
  const stage = view.stage.map((person) => (person.id === personId ? { ...person, ...change } : person));
  return { ...view, stage: stage.sort(byRank) };
}

/** Host, moderators, speakers; within them by time on stage. Source: behaviours 9. */
const byRank = (one: StagePerson, other: StagePerson): number =>
  ROLES.indexOf(one.role) - ROLES.indexOf(other.role) || one.stageSince.localeCompare(other.stageSince);

function applyToMine(mine: MineView, personId: string, happening: RoomHappening): MineView {
  switch (happening.type) {
    case "stage_joined":
      if (happening.person.id !== personId) return mine;
      return withSeat(
        { ...mine, offer: null, agreesToRecording: null },
        { role: happening.person.role, muted: happening.person.muted },
      );
    case "stage_left":
      if (happening.personId !== personId) return mine;
      return withSeat({ ...mine, hands: null, handTotals: null, offers: null }, { role: "listener", muted: false });
    case "recording_started":
      return { ...mine, agreesToRecording: happening.byId === personId ? true : null };
    case "recording_stopped":
      return { ...mine, agreesToRecording: null };
    case "recording_answered":
      return { ...mine, agreesToRecording: happening.agrees };
    case "role_changed":
      return happening.personId === personId ? withSeat(mine, { role: happening.role }) : mine;
    case "microphone_cut":
      return happening.personId === personId ? withSeat(mine, { muted: true }) : mine;
    case "microphone_returned":
      return happening.personId === personId ? withSeat(mine, { muted: false }) : mine;
    case "hand_raised":
    case "hand_lowered":
      return { ...mine, ...applyToHands(mine, personId, happening) };
    case "hands_lowered":
      return { ...mine, ...withoutHands(mine) };
    case "offer_made":
      return { ...mine, offer: happening.offer };
    case "offer_opened": {
      const others = mine.offers?.filter(({ person }) => person.id !== happening.offer.person.id);
      return others ? { ...mine, offers: [...others, happening.offer] } : mine;
    }
    case "seat_offered":
      return { ...mine, seatOffer: happening.offer };
    case "seat_offer_closed":
      return mine.seatOffer?.id === happening.offerId ? { ...mine, seatOffer: null } : mine;
    case "offer_closed": {
      const offers = mine.offers?.filter(({ id }) => id !== happening.offerId) ?? null;
      return { ...mine, offers, offer: mine.offer?.id === happening.offerId ? null : mine.offer };
    }
    default:
      return mine;
  }
}

const withSeat = (mine: MineView, change: Partial<SeatView>): MineView =>
  mine.seat ? { ...mine, seat: { ...mine.seat, ...change } } : mine;
