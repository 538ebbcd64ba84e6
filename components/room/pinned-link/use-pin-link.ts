import { type FormEvent, useState } from "react";
import { useRefusalText } from "@/components/frame/use-refusal-text";
import { call, type Done } from "@/lib/client/call";

/** What pins and unpins the room's link; says in words why it did not work. */
export function usePinLink(roomId: string, onDone: () => void) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState("");
  const sayRefusal = useRefusalText();
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
      const url = String(new FormData(event.currentTarget).get("url"));
      void run(call("PUT /api/rooms/:roomId/pinned-link", { params: { roomId }, input: { url } }));
    },
    unpin: () => void run(call("DELETE /api/rooms/:roomId/pinned-link", { params: { roomId } })),
  };
}
