import Ellipsis from "lucide-react/icons/ellipsis";
import { useFormatter, useTranslations } from "next-intl";
import { useId, useState } from "react";
import { ReportLink } from "@/components/reports/report-link";
import { useShow } from "@/components/room/open-context";
import { useRoomScene } from "@/components/room/room-context";
import { Button, buttonClass } from "@/components/ui/button";
import { Name, useSaid } from "@/components/ui/name";
import { Portrait } from "@/components/ui/portraits/portrait";
import { Tag } from "@/components/ui/tag";
import type { ChatChannel } from "@/lib/domain/chat/chat";
import { isLeader } from "@/lib/domain/roles";
import type { ChatMessageView } from "@/lib/wire/chat/views";
import type { MessageGroup } from "./group-messages";
import { MessageText } from "./message-text";
import { useMessageActs } from "./use-message-acts";

type ChatGroupProps = {
  group: MessageGroup;
  channel: ChatChannel;
  /** Whom moderators took out of the chat lately. */
  removed: readonly string[];
};

/** What somebody said in a row: face, name, what they are here, when, and the messages. */
export function ChatGroup({ group: { person, messages }, channel, removed }: ChatGroupProps) {
  const { stage } = useRoomScene();
  const show = useShow();
  const t = useTranslations("room");
  const said = useSaid();
  const format = useFormatter();
  const [first] = messages;
  const role = stage.find(({ id }) => id === person.id)?.role;
  return (
    <article className="flex gap-2.5 py-2" aria-label={said(person)}>
      <Portrait person={person} hat className="mt-0.5 size-8" />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-baseline gap-x-1.5 leading-tight">
          <button
            type="button"
            onClick={() => show({ person })}
            className="max-w-full truncate text-start font-semibold hover:underline"
          >
            <Name person={person} />
          </button>
          {role && isLeader(role) && <Tag>{t(`roles.${role}`)}</Tag>}
          {first && (
            <time dateTime={first.writtenAt} className="text-xs text-soft">
              {format.dateTime(new Date(first.writtenAt), { hour: "2-digit", minute: "2-digit", hourCycle: "h23" })}
            </time>
          )}
        </p>
        {messages.map((message) => (
          <Message key={message.number} message={message} channel={channel} isOut={removed.includes(person.id)} />
        ))}
      </div>
    </article>
  );
}

type MessageProps = { message: ChatMessageView; channel: ChatChannel; isOut: boolean };

function Message({ message, channel, isOut }: MessageProps) {
  const { viewerHandle, view, me } = useRoomScene();
  const own = me?.personId === message.person.id;
  const t = useTranslations("chat");
  const said = useSaid();
  const id = useId();
  const [open, setOpen] = useState(false);
  const acts = useMessageActs(message, channel, isOut);
  return (
    <div data-message={message.number} className="group/message">
      <div className="flex items-start gap-1">
        <MessageText text={message.text} ownHandle={viewerHandle} />
        {(acts.length > 0 || (channel === "room" && !own)) && (
          <button
            type="button"
            aria-expanded={open}
            aria-controls={id}
            aria-label={t("lineMenu", { name: said(message.person) })}
            onClick={() => setOpen(!open)}
            className="-my-1 flex size-8 shrink-0 items-center justify-center rounded-full text-soft hover:bg-line/60 aria-expanded:bg-line/60 pointer-coarse:size-11 pointer-fine:opacity-0 pointer-fine:focus-visible:opacity-100 pointer-fine:group-hover/message:opacity-100 pointer-fine:aria-expanded:opacity-100"
          >
            <Ellipsis className="size-4" aria-hidden="true" />
          </button>
        )}
      </div>
      <div id={id} hidden={!open} className="flex flex-wrap gap-1.5 py-1">
        {acts.map(({ name, run }) => (
          <Button
            key={name}
            look={name === "letBackIntoChat" ? "plain" : "end"}
            size="small"
            onClick={() => {
              setOpen(false);
              void run();
            }}
          >
            {t(name)}
          </Button>
        ))}
        {channel === "room" && !own && (
          <ReportLink
            path={`/rooms/${view.room.id}`}
            message={message.number}
            className={buttonClass("quiet", "small")}
          />
        )}
      </div>
    </div>
  );
}
