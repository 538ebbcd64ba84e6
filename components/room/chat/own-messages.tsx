import { useTranslations } from "next-intl";
import { useRefusalText } from "@/components/frame/use-refusal-text";
import { Button } from "@/components/ui/button";
import { chats, type OwnMessage } from "@/lib/client/chat/chat-store";
import type { ChatChannel } from "@/lib/domain/chat/chat";

/** What I wrote and the server has not stored yet; what failed stays, with the reason, until it is sent or given up. */
export function OwnMessages({ channel, own }: { channel: ChatChannel; own: readonly OwnMessage[] }) {
  const t = useTranslations("chat");
  const sayRefusal = useRefusalText();
  return own.map(({ key, text, failed }) => (
    <div key={key} data-testid="own-message" className="py-1 ps-10.5">
      <p dir="auto" className="written whitespace-pre-line leading-snug text-soft">
        {text}
      </p>
      {failed && (
        <div role="alert" className="mt-1 flex flex-wrap items-center gap-1.5">
          <span className="text-sm text-stop">{sayRefusal(failed)}</span>
          <Button size="small" onClick={() => void chats[channel].retry(key)}>
            {t("retry")}
          </Button>
          <Button size="small" look="quiet" onClick={() => chats[channel].discard(key)}>
            {t("discard")}
          </Button>
        </div>
      )}
    </div>
  ));
}
