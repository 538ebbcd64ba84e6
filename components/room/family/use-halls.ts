import { useCallback, useEffect, useRef, useState } from "react";
import { familyApi } from "@/lib/client/family/family-api";
import type { HallTile } from "@/lib/wire/family/views";

/** Chat, hands and questions of halls are nowhere announced; sizes are, and have the desk read at once. */
const READ_EVERY_MS = 3_000;

/**
 * The halls as the desk shows them, read while it is in view. `stands`: changes when the family does. Null until the first
 * answer; `failed` while the last one did not come.
 */
export function useHalls(mainId: string, stands: string) {
  const [halls, setHalls] = useState<HallTile[] | null>(null);
  const [failed, setFailed] = useState(false);
  const read = useCallback(async (): Promise<void> => {
    if (document.visibilityState === "hidden") return;
    const answer = await familyApi.readHalls(mainId);
    setFailed(!answer.ok);
    if (answer.ok) setHalls(answer.value.halls);
  }, [mainId]);
  const readFor = useRef<string | null>(null);
  useEffect(() => {
    if (readFor.current === stands) return;
    readFor.current = stands;
    void read();
  }, [read, stands]);
  useEffect(() => {
    const timer = setInterval(() => void read(), READ_EVERY_MS);
    return () => clearInterval(timer);
  }, [read]);
  return { halls, failed, read };
}
