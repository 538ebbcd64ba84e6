import { useEffect, useState } from "react";
import { TYPING_PAUSE_MS } from "@/components/ui/typing";
import { roster } from "@/lib/client/roster/roster";
import type { PersonFace } from "@/lib/wire/people/views";

/** Who of a hall is called like what is typed; null where nothing is, or no answer has come. */
export function usePeopleSearch(roomId: string, typed: string) {
  const [found, setFound] = useState<PersonFace[] | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    setFound(null);
    setFailed(false);
    const query = typed.trim();
    if (query === "" || roomId === "") return;
    let stale = false;
    const timer = setTimeout(async () => {
      const answer = await roster.find(roomId, query);
      if (stale) return;
      setFailed(!answer.ok);
      if (answer.ok) setFound(answer.value.people);
    }, TYPING_PAUSE_MS);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [roomId, typed]);
  return { found, failed };
}
