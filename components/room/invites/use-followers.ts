import { useEffect, useState } from "react";
import { useRefusalText } from "@/components/frame/use-refusal-text";
import { toast } from "@/components/ui/toast";
import { TYPING_PAUSE_MS } from "@/components/ui/typing";
import { pingsApi } from "@/lib/client/invites/pings-api";
import type { PersonFace } from "@/lib/wire/people/views";

/** Those who follow me, found by what is typed, and whom of them I have called into the room. */
export function useFollowers(roomId: string, open: boolean) {
  const sayRefusal = useRefusalText();
  const [typed, setTyped] = useState("");
  const [found, setFound] = useState<{ people: PersonFace[]; next: string | null } | null>(null);
  const [called, setCalled] = useState<readonly string[]>([]);
  useEffect(() => {
    if (!open) return;
    let stale = false;
    const timer = setTimeout(async () => {
      const answer = await pingsApi.findFollowers(typed, null);
      if (answer.ok && !stale) setFound(answer.value);
    }, TYPING_PAUSE_MS);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [open, typed]);
  const more = async (): Promise<void> => {
    if (!found?.next) return;
    const answer = await pingsApi.findFollowers(typed, found.next);
    if (answer.ok) setFound({ people: [...found.people, ...answer.value.people], next: answer.value.next });
  };
  const call = async ({ id }: PersonFace): Promise<void> => {
    setCalled((now) => [...now, id]);
    const answer = await pingsApi.pingPerson(roomId, id);
    if (answer.ok) return;
    setCalled((now) => now.filter((one) => one !== id));
    toast(sayRefusal(answer));
  };
  return { found, typed, setTyped, called, more, call };
}
