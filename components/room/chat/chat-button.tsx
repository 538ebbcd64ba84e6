import MessageSquare from "lucide-react/icons/message-square";
import { useTranslations } from "next-intl";
import { useShow } from "@/components/room/open-context";
import { MOST_COUNTED, usePanels } from "@/components/room/panels";
import { buttonClass } from "@/components/ui/button";

/** Opens the chat on a phone, and says how much of it is unread; on a desk it stands beside the room. */
export function ChatButton() {
  const t = useTranslations("chat");
  const panels = usePanels();
  const show = useShow();
  const chat = panels.find(({ name }) => name === "chat");
  if (!chat) return null;
  const { count } = chat;
  return (
    <button
      type="button"
      data-testid="open-chat"
      onClick={() => show({ panel: "chat" })}
      aria-label={t("open", { count })}
      className={`${buttonClass("quiet", "dockIcon")} relative max-xs:w-11 lg:hidden ${panels.length > 2 ? "max-xs:hidden" : ""}`}
    >
      <MessageSquare className="size-5" aria-hidden="true" />
      {count > 0 && (
        <span className="absolute end-1 top-1 rounded-full bg-ink px-1.5 text-xs text-paper">
          {Math.min(count, MOST_COUNTED)}
        </span>
      )}
    </button>
  );
}
