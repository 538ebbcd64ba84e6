import { useCallback, useEffect, useRef, useState } from "react";
import { TYPING_PAUSE_MS } from "@/components/ui/typing";
import type { ApiRefusal } from "@/lib/client/call";
import { searchAll } from "@/lib/client/search/search-api";
import type { SearchFound } from "@/lib/wire/search/views";

/** `found`: of what is typed, or while that is being looked for still of what was typed before. */
export type Looked = { found: SearchFound | null; looking: boolean; refusal: ApiRefusal | null; again: () => void };

/** Looks for what is typed once typing pauses, and again once the network is back. An answer to what has been typed over since is dropped. */
export function useSearch(typed: string): Looked {
  const [found, setFound] = useState<SearchFound | null>(null);
  const [refusal, setRefusal] = useState<ApiRefusal | null>(null);
  const [looking, setLooking] = useState(false);
  const drop = useRef(() => {});
  const sought = typed.trim();
  const again = useCallback(() => {
    drop.current();
    setRefusal(null);
    setLooking(sought !== "");
    if (sought === "") return setFound(null);
    let stale = false;
    const timer = setTimeout(async () => {
      const answer = await searchAll(sought);
      if (stale) return;
      setLooking(false);
      if (answer.ok) setFound(answer.value);
      else setRefusal(answer);
    }, TYPING_PAUSE_MS);
    drop.current = () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [sought]);
  useEffect(() => {
    again();
    return () => drop.current();
  }, [again]);
  useEffect(() => {
    if (!refusal) return;
    addEventListener("online", again);
    return () => removeEventListener("online", again);
  }, [refusal, again]);
  return { found, looking, refusal, again };
}
