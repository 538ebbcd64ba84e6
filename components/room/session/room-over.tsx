"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { toast } from "@/components/ui/toast";
import type { Phase } from "@/lib/client/room/session-state";
import { isolated } from "@/lib/domain/text/isolated";
import { useSession } from "./use-session";

/** One neutral line when a room is over for this person; whoever sees the room's page reads it there, but for its end. */
export default function RoomOver({ elsewhere }: { elsewhere: boolean }) {
  const t = useTranslations("room");
  const router = useRouter();
  const { phase, held, roomId } = useSession();
  const said = useRef<Phase | null>(null);
  const title = isolated(held?.view.room.title ?? "");
  const line = isolated(held?.view.room.endLine ?? "");
  useEffect(() => {
    if (said.current === phase) return;
    said.current = phase;
    const comeBack = { text: t("over.open"), run: () => router.push(`/rooms/${roomId}`) };
    if (phase === "ended") toast(line ? t("moderation.endedWith", { title, line }) : t("over.ended", { title }));
    if (phase === "ended" && !elsewhere) router.push("/");
    if (phase === "moved" && elsewhere) toast(t("over.moved", { title }), comeBack);
    if (phase === "closed" && elsewhere) toast(t("over.closed", { title }), comeBack);
    if (phase === "removed" && elsewhere) toast(t("over.removed", { title }));
  }, [phase, elsewhere, title, line, roomId, router, t]);
  return null;
}
