"use client";

import ArrowDown from "lucide-react/icons/arrow-down";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { useRoomScene } from "@/components/room/room-context";
import { Button } from "@/components/ui/button";
import { useSaid } from "@/components/ui/name";
import { chats } from "@/lib/client/chat/chat-store";
import { mentions } from "@/lib/client/chat/message-parts";
import type { ChatChannel } from "@/lib/domain/chat/chat";
import { isolated } from "@/lib/domain/text/isolated";
import { ChatGroup } from "./chat-group";
import { ChatSwitches } from "./chat-switches";
import { Composer } from "./composer";
import { groupMessages } from "./group-messages";
import { OwnMessages } from "./own-messages";
import { useChat, useUnread } from "./use-chat";
import { useEndInView } from "./use-end-in-view";

/** A room's chat beside the talk. */
export const RoomChat = () => <ChatPanel channel="room" />;

export const ModeratorsChat = () => <ChatPanel channel="moderators" />;

function ChatPanel({ channel }: { channel: ChatChannel }) {
  const scene = useRoomScene();
  const t = useTranslations("chat");
  const chat = useChat(channel);
  const list = useRef<HTMLDivElement>(null);
  const end = useRef<HTMLDivElement>(null);
  const newest = chat.messages.at(-1)?.number ?? 0;
  const { atEnd, toEnd } = useEndInView(list, end, `${newest} ${chat.own.length}`);
  const unread = useUnread(channel, scene.me?.personId);
  useEffect(() => {
    if (atEnd) chats[channel].markSeen(newest);
  }, [atEnd, channel, newest]);
  return (
    <section
      aria-label={t(`title.${channel}`)}
      data-testid={`chat-${channel}`}
      className="flex min-h-0 flex-1 flex-col"
    >
      {channel === "room" && scene.may("editRoom") && <ChatSwitches />}
      {channel === "moderators" && <p className="pb-2 text-xs text-soft">{t("moderatorsOnly")}</p>}
      <div className="relative flex min-h-0 flex-1 flex-col">
        <div
          ref={list}
          role="log"
          aria-live="off"
          aria-label={t("lines")}
          className="-ms-1.5 min-h-24 flex-1 overflow-y-auto overscroll-contain ps-1.5 pe-1"
        >
          {chat.older && <Older channel={channel} />}
          {chat.version !== null && chat.messages.length === 0 && chat.own.length === 0 && (
            <p className="px-2 py-10 text-center text-soft">{t(`empty.${channel}`)}</p>
          )}
          {groupMessages(chat.messages).map((group) => (
            <ChatGroup key={group.messages[0]?.number} group={group} channel={channel} removed={chat.removed} />
          ))}
          <OwnMessages channel={channel} own={chat.own} />
          <div ref={end} className="h-px" />
        </div>
        {!atEnd && unread > 0 && (
          <Button
            look="act"
            size="small"
            onClick={toEnd}
            className="absolute! bottom-2 start-1/2 -translate-x-1/2 rtl:translate-x-1/2"
          >
            <ArrowDown className="size-4" aria-hidden="true" />
            {t("newLines", { count: unread })}
          </Button>
        )}
      </div>
      <CallsMe channel={channel} />
      <Composer channel={channel} />
    </section>
  );
}

function Older({ channel }: { channel: ChatChannel }) {
  const t = useTranslations("chat");
  const [busy, setBusy] = useState(false);
  const read = async (): Promise<void> => {
    setBusy(true);
    await chats[channel].readOlder();
    setBusy(false);
  };
  return (
    <Button look="quiet" size="small" busy={busy} onClick={() => void read()} className="mx-auto flex!">
      {t("older")}
    </Button>
  );
}

/** A screen reader is told of messages that call me, and of no others: a busy chat would talk over the stage. */
function CallsMe({ channel }: { channel: ChatChannel }) {
  const { viewerHandle: handle } = useRoomScene();
  const t = useTranslations("chat");
  const said = useSaid();
  const { messages, version } = useChat(channel);
  // What was said before is no news.
  const [start, setStart] = useState<number | null>(null);
  if (start === null && version !== null) setStart(messages.at(-1)?.number ?? 0);
  const call = handle
    ? messages.findLast(({ number, text }) => number > (start ?? number) && mentions(text, handle))
    : undefined;
  return (
    <p aria-live="polite" className="sr-only">
      {call && t("callsMe", { name: said(call.person), text: isolated(call.text) })}
    </p>
  );
}
