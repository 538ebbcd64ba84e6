import { useState } from "react";
import { useRefusalText } from "@/components/frame/use-refusal-text";
import { inviteLinksApi } from "@/lib/client/invites/invite-links-api";

/** How many people, and for how long: an evening's guests. The dialog of all links makes others. */
const INVITE = { role: "listener", hours: 24, maxUses: 50 } as const;

/** A link that lets people into a closed room, once it is asked for. */
export function useInviteToShare(roomId: string) {
  const sayRefusal = useRefusalText();
  const [invite, setInvite] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const makeInvite = async (): Promise<void> => {
    setBusy(true);
    const answer = await inviteLinksApi.makeInviteLink(roomId, INVITE);
    setBusy(false);
    setError(answer.ok ? null : sayRefusal(answer));
    if (answer.ok) setInvite(answer.value.url);
  };
  return { invite, busy, error, makeInvite };
}
