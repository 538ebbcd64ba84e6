import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import { cache } from "react";
import { validate } from "uuid";
import { QuietRoom } from "@/components/hallway/quiet-room";
import { RoomScreen } from "@/components/room/room-screen";
import type { RoomId } from "@/lib/domain/ids";
import { env } from "@/lib/env";
import { roomView } from "@/lib/server/queries/room-view";
import { visibleRoom } from "@/lib/server/queries/visible-room";
import { callerOfPage, viewer } from "@/lib/server/session";

type Props = { params: Promise<{ roomId: string }> };

/** The room, if this person may know of it; once a request. */
const load = cache(async (roomId: string) => {
  if (!validate(roomId)) return null;
  const room = await visibleRoom(await callerOfPage(), roomId as RoomId);
  return room && roomView(room.id);
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const view = await load((await params).roomId);
  if (!view) return {};
  const { title, description, kind } = view.room;
  return {
    title,
    description: description || undefined,
    openGraph: { title, description: description || undefined, url: `/rooms/${view.room.id}` },
    robots: kind === "open" ? undefined : { index: false },
  };
}

export default async function RoomPage({ params }: Props) {
  const view = await load((await params).roomId);
  if (!view) notFound();
  if (view.room.status !== "live") {
    return (
      <div className="wrap-page max-w-3xl pb-28">
        <QuietRoom room={view.room} />
      </div>
    );
  }
  const [me, { common, refusals, room, newRoom }] = await Promise.all([viewer(), getMessages()]);
  return (
    <NextIntlClientProvider messages={{ common, refusals, room, newRoom }}>
      <RoomScreen
        view={view}
        viewer={me}
        mediaUrl={env().LIVEKIT_PUBLIC_URL ?? env().LIVEKIT_URL}
        capacityLimit={env().PLENUM_ROOM_CAPACITY}
      />
    </NextIntlClientProvider>
  );
}
