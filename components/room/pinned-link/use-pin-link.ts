import { type FormEvent, useState } from "react";
import { useRefusalText } from "@/components/frame/use-refusal-text";
import { ask, type Done } from "@/lib/client/api";

/** What pins and unpins the room's link; says in words why it did not work. */
export function usePinLink(roomId: string, onDone: () => void) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState("");
  const sayRefusal = useRefusalText();
  const path = `/api/rooms/${roomId}/pinned-link`;
  const run = async (act: Promise<Done>): Promise<void> => {
    setBusy(true);
    const answer = await act;
    setBusy(false);
    setError(answer.ok ? "" : sayRefusal(answer));
    if (answer.ok) onDone();
  };
  return {
    busy,
    error,
    pin: (event: FormEvent<HTMLFormElement>) => {
      event.preventDefault();
      const url = new FormData(event.currentTarget).get("url");
      void run(ask("PUT", path, { url }));
    },
    unpin: () => void run(ask("DELETE", path)),
  };
}
