"use client";

import { usePathname, useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { toast } from "@/components/ui/toast";
import { isInside, type SessionState } from "@/lib/client/room/session-state";
import { tellRoom } from "@/lib/client/room/tell-room";
import { isOnStage } from "@/lib/domain/roles";
import { roomOfPage, standsFor } from "./people/stands-for";
import { useSession } from "./session/use-session";

/** Takes the page along when its person is placed in another hall or moved into one, and says where they are now. */
export default function FollowSeat() {
  const session = useSession();
  useAddress(session);
  useMoveNews(session);
  return null;
}

/** The address becomes that of the room one is in, in the place of the one it was, so that going back leads out of both. */
function useAddress(session: SessionState): void {
  const t = useTranslations("room.family");
  const router = useRouter();
  const page = roomOfPage(usePathname());
  const { roomId, movedFrom, held, phase } = session;
  const number = held?.view.room.family?.number;
  const givesWay = isInside(phase) && page !== roomId && standsFor(session, page);
  const came = givesWay && page === movedFrom;
  useEffect(() => {
    if (!givesWay) return;
    if (!came && number) toast(t("youSit", { number }));
    router.replace(`/rooms/${roomId}`);
  }, [givesWay, came, number, roomId, router, t]);
  useEffect(() => {
    if (movedFrom !== null && page !== movedFrom) tellRoom({ type: "arrived" });
  }, [movedFrom, page]);
}

/** Whoever comes in reads on the page where they are; whoever was in is told that they were moved. */
function useMoveNews({ roomId, phase, held }: SessionState): void {
  const t = useTranslations("room.family");
  const before = useRef<{ roomId: string | null; wasIn: boolean }>({ roomId, wasIn: false });
  const number = held?.view.room.family?.number;
  const onStage = held?.mine.seat ? isOnStage(held.mine.seat.role) : false;
  const isIn = phase === "live" || phase === "reconnecting";
  useEffect(() => {
    const { roomId: last, wasIn } = before.current;
    before.current = { roomId, wasIn: isIn };
    if (last === roomId || !wasIn || !isIn) return;
    if (number) toast(t("nowHall", { number }));
    else toast(t(onStage ? "nowStage" : "nowMain"));
  }, [roomId, isIn, number, onStage, t]);
}
