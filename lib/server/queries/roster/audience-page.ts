import { createHash } from "node:crypto";
import type { RoomId } from "@/lib/domain/ids";
import { oncePerProcess } from "@/lib/server/postgres/process";
import { facesOf } from "@/lib/server/queries/people/faces-of";
import type { AudiencePage, AudienceSection } from "@/lib/wire/roster/views";
import { type FollowedSection, followedSection } from "./followed-section";
import { type Roster, type RosterSeat, roomRoster } from "./room-roster";

const FACES_A_PAGE = 60;

/** Cursors can be made up; more pages of one snapshot are not kept. */
const MAX_PAGES_KEPT = 200;

/** A page as it is sent: the same for everyone who asks for it of the same snapshot. */
type PageText = { text: string; etag: string };

/**
 * A page of the audience, with the faces of nobody else; null for a cursor that is none. The faces are read once however
 * many ask for the same page of the same snapshot.
 */
export async function audiencePage(
  roomId: RoomId,
  section: AudienceSection,
  after: string | undefined,
): Promise<PageText | null> {
  const [roster, followed] = await Promise.all([roomRoster(roomId), followedSection(roomId)]);
  const pages = pagesOf(roster);
  const key = `${followed.version} ${section} ${after ?? ""}`;
  const before = pages.get(key);
  if (before) return before;
  const page = pageText(roster, followed, section, after);
  if (pages.size < MAX_PAGES_KEPT) pages.set(key, page);
  page.catch(() => pages.delete(key));
  return page;
}

type Pages = Map<string, Promise<PageText | null>>;

/** They are kept as long as their roster is. */
function pagesOf(roster: Roster): Pages {
  const rosters = oncePerProcess("audiencePages", () => new WeakMap<Roster, Pages>());
  const pages = rosters.get(roster) ?? new Map();
  rosters.set(roster, pages);
  return pages;
}

async function pageText(
  roster: Roster,
  followed: FollowedSection,
  section: AudienceSection,
  after: string | undefined,
): Promise<PageText | null> {
  const slice = sliceAudience(roster.seats, followed.people, section, after);
  if (!slice) return null;
  const { ids, ...rest } = slice;
  const page: AudiencePage = { people: await facesOf(ids), ...rest, version: followed.version };
  const text = JSON.stringify(page);
  return { text, etag: `"${createHash("sha1").update(text).digest("base64url")}"` };
}

type Slice = Pick<AudiencePage, "after" | "counts"> & { ids: string[] };

/**
 * Who is on the next page of a section. The cursor names a place in the order, not a row: it holds when its owner has left
 * meanwhile, and nobody is shown twice. Null for a cursor that is none. Pure.
 */
function sliceAudience(
  seats: readonly RosterSeat[],
  followed: ReadonlySet<string>,
  section: AudienceSection,
  after: string | undefined,
): Slice | null {
  const last = after === undefined ? null : readCursor(after);
  if (after !== undefined && !last) return null;
  const all = seats.filter(({ personId }) => followed.has(personId) === (section === "followed"));
  const rest = last ? all.filter((seat) => isAfter(seat, last)) : all;
  const shown = rest.slice(0, FACES_A_PAGE);
  const end = shown.at(-1);
  const others = seats.length - all.length;
  return {
    ids: shown.map(({ personId }) => personId),
    after: end && rest.length > shown.length ? `${end.openedAt}_${end.seatId}` : null,
    counts: section === "followed" ? { followed: all.length, others } : { followed: others, others: all.length },
  };
}

type Place = Pick<RosterSeat, "openedAt" | "seatId">;

const isAfter = (seat: Place, last: Place): boolean =>
  seat.openedAt > last.openedAt || (seat.openedAt === last.openedAt && seat.seatId > last.seatId);

function readCursor(cursor: string): Place | null {
  const [, openedAt, seatId] = /^(\d{1,15})_([0-9a-f-]{36})$/.exec(cursor) ?? [];
  return openedAt && seatId ? { openedAt: Number(openedAt), seatId } : null;
}
