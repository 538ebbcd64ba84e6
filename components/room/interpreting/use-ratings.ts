import { useEffect, useState } from "react";
import { interpretingApi } from "@/lib/client/interpreting/interpreting-api";
import type { RatingAverage } from "@/lib/wire/interpreting/views";

/** How well languages are understood, as it was when this was opened; empty until it is known, or where nobody rated. */
export function useRatings(mainRoomId: string): RatingAverage[] {
  const [ratings, setRatings] = useState<RatingAverage[]>([]);
  useEffect(() => {
    let wanted = true;
    void interpretingApi.ratings(mainRoomId).then((answer) => {
      if (wanted && answer.ok) setRatings(answer.value.ratings);
    });
    return () => {
      wanted = false;
    };
  }, [mainRoomId]);
  return ratings;
}
