import { useEffect, useMemo, useState } from "react";
import type { PersonFace } from "@/lib/wire/people/views";
import type { RoomView } from "@/lib/wire/rooms/views";

type IsAlike = (person: Pick<PersonFace, "id" | "name">) => boolean;

const NOBODY: IsAlike = () => false;

type SkeletonsOf = typeof import("@/lib/domain/names/skeleton").skeletonsOf;

/**
 * Who in this room has a name that looks like that of somebody else on a stage that is heard here. The table of what looks
 * alike is fetched once the room is drawn; until it is there nobody's name does.
 */
export function useNamesAlike({ stage, main }: RoomView): IsAlike {
  const skeletonsOf = useSkeletons();
  return useMemo<IsAlike>(() => {
    if (!skeletonsOf) return NOBODY;
    const looks = new Map<string, readonly string[]>();
    const looksOf = (name: string): readonly string[] => {
      const known = looks.get(name) ?? skeletonsOf(name);
      looks.set(name, known);
      return known;
    };
    const onStage = new Map<string, string[]>();
    for (const { id, name } of [...stage, ...(main?.stage ?? [])]) {
      for (const look of looksOf(name)) onStage.set(look, [...(onStage.get(look) ?? []), id]);
    }
    return ({ id, name }) => looksOf(name).some((look) => onStage.get(look)?.some((other) => other !== id));
  }, [stage, main, skeletonsOf]);
}

function useSkeletons(): SkeletonsOf | null {
  const [loaded, setLoaded] = useState<{ skeletonsOf: SkeletonsOf } | null>(null);
  useEffect(() => {
    // Where it does not come, names are shown as they are; the host is told by the server all the same.
    import("@/lib/domain/names/skeleton").then(setLoaded, () => {});
  }, []);
  return loaded?.skeletonsOf ?? null;
}
