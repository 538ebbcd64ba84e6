import { useTranslations } from "next-intl";
import { useRefusalText } from "@/components/frame/use-refusal-text";
import { controlClass } from "@/components/ui/field";
import { toast } from "@/components/ui/toast";
import { chatApi } from "@/lib/client/chat/chat-api";
import { CHAT_MODES, type ChatMode } from "@/lib/domain/rooms/room";
import type { RoomDetails } from "@/lib/wire/rooms/views";

const SLOW_SECONDS = [0, 5, 10, 30, 60, 300];
const COMPACT = `${controlClass} py-1! ps-2.5! pe-7! text-sm!`;

/** Who writes in the chat and how often, for those who lead the room. The system's own lists, in one row. */
export function ChatSwitches({ room }: { room: RoomDetails }) {
  const t = useTranslations("chat");
  const sayRefusal = useRefusalText();
  const set = async (change: { chatMode?: ChatMode; chatSlowSeconds?: number }): Promise<void> => {
    const answer = await chatApi.setChatMode(room.id, change);
    if (!answer.ok) toast(sayRefusal(answer));
  };
  const steps = [...new Set([...SLOW_SECONDS, room.chatSlowSeconds])].sort((a, b) => a - b);
  return (
    <div className="mb-2 grid grid-cols-2 gap-2 border-b border-line pb-3">
      <label className="min-w-0 text-xs text-soft">
        <span className="block pb-1">{t("mode")}</span>
        <select
          value={room.chatMode}
          onChange={(event) => void set({ chatMode: event.target.value as ChatMode })}
          className={COMPACT}
        >
          {CHAT_MODES.map((mode) => (
            <option key={mode} value={mode}>
              {t(`modes.${mode}`)}
            </option>
          ))}
        </select>
      </label>
      <label className="min-w-0 text-xs text-soft">
        <span className="block pb-1">{t("slow")}</span>
        <select
          value={room.chatSlowSeconds}
          onChange={(event) => void set({ chatSlowSeconds: Number(event.target.value) })}
          className={COMPACT}
        >
          {steps.map((seconds) => (
            <option key={seconds} value={seconds}>
              {t("slowSeconds", { seconds })}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
