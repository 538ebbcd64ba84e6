import MessageSquare from "lucide-react/icons/message-square";
import { useTranslations } from "next-intl";
import type { Panel } from "@/components/room/side-panel";
import { buttonClass } from "@/components/ui/button";

/** Opens the chat on a phone, and says how much of it is unread; on a desk it stands beside the room. */
export function ChatButton({ panels, onOpen }: { panels: Panel[]; onOpen: () => void }) {
  const t = useTranslations("chat");
  const chat = panels.find(({ name }) => name === "chat");
  if (!chat) return null;
  const { count = 0 } = chat;
  return (
    <button
      type="button"
      data-testid="open-chat"
      onClick={onOpen}
      aria-label={t("open", { count })}
      className={`${buttonClass("quiet", "icon")} relative size-12! max-xs:w-11! lg:hidden ${panels.length > 2 ? "max-xs:hidden" : ""}`}
    >
      <MessageSquare className="size-5" aria-hidden="true" />
      {count > 0 && (
        <span className="absolute end-1 top-1 rounded-full bg-ink px-1.5 text-xs text-paper">
          {Math.min(count, 99)}
        </span>
      )}
    </button>
  );
}
