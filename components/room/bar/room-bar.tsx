"use client";

import Hand from "lucide-react/icons/hand";
import LogOut from "lucide-react/icons/log-out";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { LineBar } from "@/components/room/door/line-bar";
import { LeaveInChargeDialog } from "@/components/room/leaving/leave-dialogs";
import { RoomContext, useRoomScene } from "@/components/room/room-context";
import { useNotice } from "@/components/room/session/use-notice";
import { useSession } from "@/components/room/session/use-session";
import { MicrophoneSwitch } from "@/components/room/stage/microphone-switch";
import { TalkButton } from "@/components/room/stage/talk-button";
import { useRoom } from "@/components/room/use-room";
import { Button } from "@/components/ui/button";
import { BottomBar } from "@/components/ui/layers/bottom-bar";
import { Portrait } from "@/components/ui/portraits/portrait";
import { isInside } from "@/lib/client/room/session-state";
import { isolated } from "@/lib/domain/text/isolated";
import type { Viewer } from "@/lib/wire/people/views";
import type { RoomView } from "@/lib/wire/rooms/views";
import { BarNotices } from "./bar-notices";
import { type Bar, useBar } from "./use-bar";

const FACES = 3;

/** The room one is in or waits for, over every other page, playing on. */
export default function RoomBar({ viewer }: { viewer: Viewer }) {
  const { held, phase, roomId } = useSession();
  if (phase === "waiting" && roomId) return <LineBar roomId={roomId} />;
  return held && isInside(phase) ? <BarOf view={held.view} viewer={viewer} /> : null;
}

function BarOf({ view, viewer }: { view: RoomView; viewer: Viewer }) {
  return (
    <RoomContext scene={useRoom(view, viewer)}>
      <BarInRoom />
    </RoomContext>
  );
}

function BarInRoom() {
  const t = useTranslations("room");
  const { view, phase } = useRoomScene();
  const bar = useBar();
  return (
    <BottomBar>
      <aside
        aria-label={t("bar", { title: isolated(view.room.title) })}
        data-testid="room-bar"
        data-state={phase}
        className="relative mx-auto max-w-2xl rounded-xl border border-line bg-card p-1.5 shadow-float tall:p-2.5"
      >
        <BarNotices />
        <div className="flex items-center gap-2">
          <WayBack />
          {bar.microphone &&
            (bar.pushesToTalk ? <TalkButton on={bar.microphone.on} small /> : <MicrophoneSwitch {...bar.microphone} />)}
          {bar.hand && <HandSwitch {...bar.hand} />}
          <Button look="leave" size="dockIcon" onClick={bar.leave} aria-label={t("leave")} title={t("leave")}>
            <LogOut className="size-5 rtl:rotate-180" aria-hidden="true" />
          </Button>
        </div>
      </aside>
      {bar.asksWhatBecomesOfIt && <LeaveInChargeDialog open onClose={bar.stay} />}
    </BottomBar>
  );
}

/** Who is on stage, what the room is called, and how one stands in it; a tap opens the room. */
function WayBack() {
  const t = useTranslations("room");
  const notice = useNotice();
  const { room, stage, main } = useRoomScene().view;
  const heard = [...(main?.stage ?? []), ...stage];
  return (
    <Link
      href={`/rooms/${room.id}`}
      className="flex min-h-12 min-w-0 flex-1 items-center gap-3 rounded-lg px-1 xs:px-2"
    >
      <span className="flex -space-x-2" aria-hidden="true">
        {heard.slice(0, FACES).map((person) => (
          <Portrait key={person.id} person={person} className="size-9 ring-2 ring-card max-sm:not-first:hidden" />
        ))}
      </span>
      <span className="min-w-0 leading-tight">
        <span dir="auto" className="written block truncate font-semibold side-of-parent">
          {room.title}
        </span>
        <span className="block truncate text-xs text-soft">
          {notice ? t(`notices.${notice.kind}.title`) : t("barLive")}
        </span>
      </span>
    </Link>
  );
}

function HandSwitch({ raised, press }: NonNullable<Bar["hand"]>) {
  const t = useTranslations("room");
  const label = t(raised ? "lowerHand" : "raiseHand");
  return (
    <Button
      look={raised ? "plain" : "act"}
      size="dockIcon"
      onClick={press}
      aria-label={label}
      title={label}
      data-raised={raised}
    >
      <Hand className={raised ? "size-5 fill-light text-light-ink" : "size-5"} aria-hidden="true" />
    </Button>
  );
}
