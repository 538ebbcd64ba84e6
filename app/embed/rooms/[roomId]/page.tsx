import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { EmbedPlayer } from "@/components/embed/embed-player";
import { type RoomId, toId } from "@/lib/domain/ids";
import { isolated } from "@/lib/domain/text/isolated";
import { env } from "@/lib/env";
import { knownRoom } from "@/lib/server/queries/rooms/known-room";

type Props = { params: Promise<{ roomId: string }> };

/** As a visitor without an account sees it, whoever is signed in in this browser: another site's page is around this one. */
const load = cache(async (roomIdText: string) => {
  const roomId = toId<RoomId>(roomIdText);
  return roomId ? ((await knownRoom(null, roomId))?.view ?? null) : null;
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const view = await load((await params).roomId);
  const robots = { index: false };
  return view
    ? { robots, title: isolated(view.room.title), alternates: { canonical: `/rooms/${view.room.id}` } }
    : { robots };
}

/** A room's player for other sites' frames. */
export default async function EmbedPage({ params }: Props) {
  const view = await load((await params).roomId);
  if (!view) notFound();
  return <EmbedPlayer view={view} mediaUrl={env().LIVEKIT_PUBLIC_URL ?? env().LIVEKIT_URL} />;
}
