import { useSyncExternalStore } from "react";
import { useRefusalText } from "@/components/frame/use-refusal-text";
import { toast } from "@/components/ui/toast";
import { type ListeningIn, listenIn } from "@/lib/client/family/listen-in";

/** Which hall I listen in to, and what begins and ends it. */
export function useListeningIn(): {
  now: ListeningIn;
  start: (hall: { id: string; number: number }) => void;
  stop: () => void;
} {
  const sayRefusal = useRefusalText();
  const { watch, state } = listenIn();
  return {
    now: useSyncExternalStore(watch, state, () => null),
    start: (hall) => listenIn().start(hall, (refusal) => toast(sayRefusal(refusal))),
    stop: () => void listenIn().stop(),
  };
}
