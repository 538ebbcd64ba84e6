import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { useRoomScene } from "@/components/room/room-context";
import { FollowedSection } from "@/lib/client/roster/followed-section";
import { roster } from "@/lib/client/roster/roster";
import type { PersonFace } from "@/lib/wire/people/views";
import type { RoomView } from "@/lib/wire/rooms/views";
import type { AudiencePage } from "@/lib/wire/roster/views";

type Pages = { people: PersonFace[]; after: string | null; state: "new" | "reading" | "ready" | "failed" };

const NEW: Pages = { people: [], after: null, state: "new" };

/**
 * The audience in its two sections. Everyone else begins with the view's first faces, which are always fresh; further pages
 * are read as `more` is called and added below, so that nothing moves under a finger.
 */
export function useAudience(view: RoomView, box: RefObject<HTMLElement | null>) {
  const roomId = view.room.id;
  const { unblocked } = useRoomScene();
  const section = useFollowedSection(view);
  const [pages, setPages] = useState(NEW);

  const more = useCallback(async (): Promise<void> => {
    if (pages.state === "reading" || (pages.state === "ready" && pages.after === null)) return;
    setPages({ ...pages, state: "reading" });
    const answer = await roster.readAudience(roomId, "others", pages.after);
    setPages(
      answer.ok
        ? { people: [...pages.people, ...answer.value.people], after: answer.value.after, state: "ready" }
        : { ...pages, state: "failed" },
    );
  }, [roomId, pages]);

  const onStage = new Set(view.stage.map(({ id }) => id));
  const followed = useSteady(
    box,
    unblocked(section?.people ?? []).filter(({ id }) => !onStage.has(id)),
  );
  const above = new Set(followed.map(({ id }) => id));
  // Where the first faces are all there are, nobody of a page read before is there any more.
  const pagesBelow = view.audienceCount > view.audience.length ? pages.people : [];
  const others = new Map([...view.audience, ...pagesBelow].map((person) => [person.id, person]));
  const everyone = unblocked([...others.values()]).filter(({ id }) => !above.has(id) && !onStage.has(id));
  const ended = pages.state === "ready" && pages.after === null;
  const hasMore = view.audienceCount > view.audience.length && !ended;
  return { followed, followedCount: section?.counts.followed ?? 0, everyone, more, hasMore, state: pages.state };
}

/** How long after the first look the sections find their sizes. */
const SETTLED_MS = 2_000;

/** A person who joins the upper section in view would push the lower one down. They wait in the lower one until the upper is out of view. */
function useSteady(box: RefObject<HTMLElement | null>, people: PersonFace[]): PersonFace[] {
  const held = useRef(people);
  const seenSince = useRef<number | null>(null);
  useEffect(() => {
    if (!box.current) return;
    const watch = new IntersectionObserver(([entry]) => {
      seenSince.current = entry?.isIntersecting ? (seenSince.current ?? performance.now()) : null;
    });
    watch.observe(box.current);
    return () => watch.disconnect();
  }, [box]);
  const isLookedAt = seenSince.current !== null && performance.now() - seenSince.current > SETTLED_MS;
  const now = new Set(people.map(({ id }) => id));
  held.current = isLookedAt ? held.current.filter(({ id }) => now.has(id)) : people;
  return held.current;
}

/** Read again only when its version changed, not whenever somebody comes or goes. Null until it is first read. */
function useFollowedSection({ room, followedVersion, audienceCount }: RoomView): AudiencePage | null {
  const [page, setPage] = useState<AudiencePage | null>(null);
  const section = useRef<FollowedSection>(undefined);
  useEffect(() => {
    const opened = new FollowedSection(room.id, setPage);
    section.current = opened;
    return () => opened.stop();
  }, [room.id]);
  useEffect(() => section.current?.want(followedVersion, audienceCount), [followedVersion, audienceCount]);
  return page;
}
