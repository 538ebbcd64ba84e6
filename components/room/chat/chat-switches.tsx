import { useTranslations } from "next-intl";
import { useAttempt } from "@/components/frame/use-attempt";
import { useRoomScene } from "@/components/room/room-context";
import { controlClass } from "@/components/ui/field";
import { chatApi } from "@/lib/client/chat/chat-api";
import { CHAT_MODES, type ChatMode } from "@/lib/domain/rooms/room";

const SLOW_SECONDS = [0, 5, 10, 30, 60, 300];
const COMPACT = `${controlClass} py-1! ps-2.5! pe-7! text-sm!`;

/** Who writes in the chat and how often, for those who lead the room. The system's own lists, in one row. */
export function ChatSwitches() {
  const { room } = useRoomScene().view;
  const t = useTranslations("chat");
  const attempt = useAttempt();
  const set = (change: { chatMode?: ChatMode; chatSlowSeconds?: number }): Promise<boolean> =>
    attempt(chatApi.setChatMode(room.id, change));
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
