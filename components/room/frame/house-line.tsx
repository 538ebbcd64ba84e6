import { Halls } from "@/components/room/family/halls";
import { PinnedCard } from "@/components/room/pinned-link/pinned-card";
import { useRoomScene } from "@/components/room/room-context";

/**
 * The line below the stage: the halls of the family, and the link that is pinned. Both come and go by themselves, so the line is
 * always there and nothing moves.
 */
export function HouseLine() {
  const { view } = useRoomScene();
  const links = [view.main?.room.pinned ?? null, view.room.pinned].filter((link) => link !== null);
  return (
    <div className="mt-2 flex h-14 gap-2.5 max-sm:h-12 sm:mt-3">
      <Halls />
      {links.length > 0 && (
        <div className="flex min-w-0 flex-1 gap-2.5 sm:max-w-md">
          {links.map((link) => (
            <PinnedCard key={link.url} link={link} />
          ))}
        </div>
      )}
    </div>
  );
}
