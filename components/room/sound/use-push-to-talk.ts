import { useSession } from "@/components/room/session/use-session";
import type { SessionState } from "@/lib/client/room/session-state";
import { useSoundSettings } from "./use-sound-settings";

/** Without a device a press has to ask for one first; nobody holds a button through the browser's question. */
const IS_THERE: ReadonlySet<SessionState["microphone"]> = new Set(["on", "off", "silenced"]);

/** Whether the microphone is on only while it is held. `muted`: by a moderator, who has to be asked back first. */
export function usePushToTalk(muted: boolean): boolean {
  const { pushToTalk } = useSoundSettings();
  const { microphone } = useSession();
  return pushToTalk && !muted && IS_THERE.has(microphone);
}
