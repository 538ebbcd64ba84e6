import { useMemo } from "react";
import type { RoomScene } from "@/components/room/use-room";
import { skeletonsOf } from "@/lib/domain/names/skeleton";
import type { PersonFace } from "@/lib/wire/people/views";

/** Who in this room has a name that looks like that of somebody else on a stage that is heard here. */
export function useNamesAlike({ view }: RoomScene): (person: Pick<PersonFace, "id" | "name">) => boolean {
  const { stage, main } = view;
  return useMemo(() => {
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
  }, [stage, main]);
}
