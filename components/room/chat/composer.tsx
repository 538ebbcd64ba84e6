import SendHorizontal from "lucide-react/icons/send-horizontal";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { type FormEvent, useId } from "react";
import { useSignInPath } from "@/components/room/door/use-sign-in-path";
import { useRoomId } from "@/components/room/room-context";
import { buttonClass } from "@/components/ui/button";
import { controlClass } from "@/components/ui/field";
import { pasteAsLine } from "@/components/ui/typing";
import { chats } from "@/lib/client/chat/chat-store";
import { wishMemory } from "@/lib/client/sign-in/wish-memory";
import type { ChatChannel } from "@/lib/domain/chat/chat";
import { MAX_MESSAGE_LENGTH } from "@/lib/domain/chat/chat";
import { cleanText } from "@/lib/domain/text/clean-text";
import { lengthOf } from "@/lib/domain/text/length";
import { readText } from "@/lib/domain/text/read-text";
import { useChat, useMayWrite } from "./use-chat";

/** From here on the writer is told how much room is left. */
const NEAR_LIMIT = MAX_MESSAGE_LENGTH - 60;

/** Where one writes; Enter sends. Where one may not, it says why. */
export function Composer({ channel }: { channel: ChatChannel }) {
  const t = useTranslations("chat");
  const id = useId();
  const roomId = useRoomId();
  const signInPath = useSignInPath();
  const { draft: text } = useChat(channel);
  const { refusal, waitSeconds } = useMayWrite(channel);
  const read = readText(text, { needed: true, max: MAX_MESSAGE_LENGTH, lines: 0 });
  const length = lengthOf(cleanText(text));
  const sendable = read.ok && waitSeconds === 0;
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (!sendable) return;
    if (read.ok) void chats[channel].write(read.value);
  };
  if (refusal === "guest") {
    return (
      <Link
        href={signInPath}
        onClick={() => wishMemory.keep(roomId, "chat")}
        className={`${buttonClass("plain")} mt-2`}
      >
        {t("signInToWrite")}
      </Link>
    );
  }
  if (refusal) {
    return (
      <p data-testid="chat-closed" className="mt-2 rounded-md border border-line bg-card px-3.5 py-3 text-sm text-soft">
        {t(`why.${refusal}`)}
      </p>
    );
  }
  return (
    <form onSubmit={send} className="mt-2">
      <div className="flex items-center gap-1.5">
        <label htmlFor={id} className="sr-only">
          {t(`write.${channel}`)}
        </label>
        <input
          id={id}
          value={text}
          onChange={(event) => chats[channel].setDraft(event.target.value)}
          onPaste={pasteAsLine}
          placeholder={t(`write.${channel}`)}
          autoComplete="off"
          enterKeyHint="send"
          dir="auto"
          aria-describedby={`${id}-note`}
          aria-invalid={length > MAX_MESSAGE_LENGTH || undefined}
          className={controlClass}
        />
        <button type="submit" disabled={!sendable} aria-label={t("send")} className={buttonClass("act", "icon")}>
          <SendHorizontal className="size-5 rtl:rotate-180" aria-hidden="true" />
        </button>
      </div>
      <p id={`${id}-note`} className="min-h-5 pt-1 text-xs text-soft">
        {waitSeconds > 0 && <span data-testid="chat-wait">{t("wait", { seconds: waitSeconds })}</span>}
        {waitSeconds === 0 && length > NEAR_LIMIT && (
          <span className={length > MAX_MESSAGE_LENGTH ? "text-stop" : undefined}>
            {t("left", { count: MAX_MESSAGE_LENGTH - length })}
          </span>
        )}
      </p>
    </form>
  );
}
