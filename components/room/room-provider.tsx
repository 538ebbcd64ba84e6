"use client";

import { usePathname } from "next/navigation";
import { lazy, type ReactNode, Suspense, useEffect, useState } from "react";
import { lineMemory } from "@/lib/client/door/line-memory";
import { seatMemory } from "@/lib/client/room/seat-memory";
import { isInside } from "@/lib/client/room/session-state";
import type { Viewer } from "@/lib/wire/people/views";
import { roomOfPage, standsFor } from "./people/stands-for";
import { useSession } from "./session/use-session";

const RoomBar = lazy(() => import("./bar/room-bar"));
const loadRoomOver = () => import("./session/room-over");
const loadFollowSeat = () => import("./follow-seat");
const RoomOver = lazy(loadRoomOver);
const FollowSeat = lazy(loadFollowSeat);

/** Fetches what stands beside a room that one is in, ahead of the tap. */
export const prepareProvider = () => Promise.all([loadRoomOver(), loadFollowSeat()]);

/**
 * Lets the room play on while one browses: comes back into it after a reload, and shows it as a bar on every other page.
 * Mounted once, in the layout; the session itself is fetched only by whoever is in a room.
 */
export function RoomProvider({ viewer, children }: { viewer: Viewer; children: ReactNode }) {
  const session = useSession();
  const { phase } = session;
  const path = usePathname();
  // The form gives way to the room that it has just opened.
  const elsewhere = !standsFor(session, roomOfPage(path)) && !(session.opened && path === "/rooms/new");
  const [wasInside, setWasInside] = useState(false);
  const inside = isInside(phase);
  useEffect(() => void rejoinAfterReload(), []);
  useEffect(() => {
    if (inside) setWasInside(true);
  }, [inside]);
  return (
    <>
      {children}
      <Suspense>
        {inside && elsewhere && <RoomBar viewer={viewer} />}
        {wasInside && <RoomOver elsewhere={elsewhere} />}
        {wasInside && <FollowSeat />}
      </Suspense>
    </>
  );
}

async function rejoinAfterReload(): Promise<void> {
  const memory = seatMemory.read();
  const line = lineMemory.read();
  if (!memory && !line) return;
  const { isOwnStorage } = await import("@/lib/client/browser/page-id");
  if (!(await isOwnStorage())) {
    seatMemory.clear();
    lineMemory.clear();
    return;
  }
  const { roomSession } = await import("@/lib/client/room/room-session");
  if (memory) await roomSession().comeBackTo(memory.roomId, memory.seat, memory.tapped);
  else if (line) await roomSession().waitOn(line.roomId, line.ticket);
}
