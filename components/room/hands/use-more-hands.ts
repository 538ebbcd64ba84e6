import { useState } from "react";
import { handsApi } from "@/lib/client/hands/hands-api";
import type { HandTotals, HandView } from "@/lib/wire/hands/views";

/**
 * The queue beyond its first page, read when it is asked for. Pages belong to the first page they were read behind:
 * once that changes they are old, and are asked for anew.
 */
export function useMoreHands(roomId: string, first: HandView[], { waiting, parked }: HandTotals) {
  const [further, setFurther] = useState<{ behind: HandView[]; hands: HandView[] }>({ behind: first, hands: [] });
  const all = further.behind === first ? [...first, ...further.hands] : first;
  const showMore = async (): Promise<void> => {
    const last = all.at(-1);
    const answer = last && (await handsApi.readHands(roomId, last.person.id));
    if (answer?.ok) setFurther({ behind: first, hands: [...all.slice(first.length), ...answer.value.hands] });
  };
  return { all, left: Math.max(0, waiting + parked - all.length), showMore };
}
