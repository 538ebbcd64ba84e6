"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { NameLink } from "@/components/frame/name-link";
import { Button } from "@/components/ui/button";
import { useSaid } from "@/components/ui/name";
import { Portrait } from "@/components/ui/portraits/portrait";
import { pingsApi } from "@/lib/client/invites/pings-api";
import { watchMine } from "@/lib/client/notifications/watch-mine";
import { isolated } from "@/lib/domain/text/isolated";
import type { PingView } from "@/lib/wire/invites/views";

/** Who wants me where, on any page, until I go there or do not. Once, in the layout, for members. */
export function PingCards() {
  const t = useTranslations("pings");
  const said = useSaid();
  const { ping, go, notNow } = usePings();
  return (
    <section
      aria-label={t("cards")}
      aria-live="polite"
      className="pointer-events-none fixed inset-x-3 top-20 z-40 flex justify-center sm:justify-end"
    >
      {ping && (
        <div className="pointer-events-auto flex w-full max-w-md animate-rise flex-wrap items-center gap-x-4 gap-y-3 rounded-lg border border-light bg-raised p-4 text-ink shadow-float">
          <Portrait person={ping.by} hat className="size-12 shrink-0" />
          <p className="written min-w-40 flex-1 font-semibold">
            {t.rich("wantsYou", {
              name: said(ping.by),
              title: isolated(ping.room.title),
              person: (name) => <NameLink person={ping.by}>{name}</NameLink>,
              room: (title) => (
                <Link href={`/rooms/${ping.room.id}`} prefetch={false} className="hover:underline">
                  {title}
                </Link>
              ),
            })}
          </p>
          <div className="flex w-full flex-wrap gap-3">
            <Button look="act" onClick={go} className="flex-1">
              {t("goThere")}
            </Button>
            <Button onClick={notNow} className="flex-1">
              {t("notNow")}
            </Button>
          </div>
        </div>
      )}
    </section>
  );
}

function usePings() {
  const router = useRouter();
  const [pings, setPings] = useState<PingView[]>([]);
  useEffect(() => watchMine(setPings), []);
  const ping = pings[0] ?? null;
  const putAway = (): void => {
    if (!ping) return;
    setPings((now) => now.filter((one) => one !== ping));
    void pingsApi.seePing(ping.room.id);
  };
  const go = (): void => {
    if (ping) router.push(`/rooms/${ping.room.id}`);
    putAway();
  };
  return { ping, go, notNow: putAway };
}
