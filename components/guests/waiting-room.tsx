"use client";

import Users from "lucide-react/icons/users";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { LiveBadge } from "@/components/ui/live-badge";
import { watchWaiting } from "@/lib/client/shows/watch-waiting";

/** Pages that turn by themselves are spread over this time: a crowd of thousands is no storm. A tap does not wait. */
const TURN_WITHIN_MS = 25_000;

/** How many wait on this page, and the way in as soon as it is live. The page turns into the room's door by itself. */
export function WaitingRoom({ roomId }: { roomId: string }) {
  const t = useTranslations("guests.waiting");
  const router = useRouter();
  const [people, setPeople] = useState<number | null>(null);
  const [isLive, setLive] = useState(false);
  useEffect(() => {
    let turning: ReturnType<typeof setTimeout> | undefined;
    const stop = watchWaiting(roomId, {
      people: setPeople,
      begun: (status) => {
        setLive(status === "live");
        turning = setTimeout(() => router.refresh(), Math.random() * TURN_WITHIN_MS);
      },
    });
    return () => {
      stop();
      clearTimeout(turning);
    };
  }, [roomId, router]);
  return (
    <div role="status" data-testid="waiting" className="flex min-h-11 flex-wrap items-center gap-x-4 gap-y-2">
      {isLive ? (
        <>
          <LiveBadge>{t("live")}</LiveBadge>
          <Button look="act" onClick={() => router.refresh()}>
            {t("enter")}
          </Button>
        </>
      ) : (
        people !== null && (
          <p className="flex items-center gap-2 text-soft">
            <Users className="size-5 shrink-0" aria-hidden="true" />
            <span className="tabular-nums">{t("people", { people })}</span>
          </p>
        )
      )}
    </div>
  );
}
