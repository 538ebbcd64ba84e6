"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useSyncExternalStore } from "react";
import { notificationsApi } from "@/lib/client/notifications/notifications-api";
import { unread } from "@/lib/client/notifications/unread";

/** Whoever looks at the list has seen it up to `until`; what comes meanwhile is fetched. */
export function MarkSeen({ until }: { until: string }) {
  const router = useRouter();
  const count = useSyncExternalStore(unread.watch, unread.state, unread.serverState);
  const before = useRef(count);
  useEffect(() => {
    void notificationsApi.seeNotifications(until).then((answer) => {
      if (answer.ok) unread.set(answer.value.unread);
    });
  }, [until]);
  useEffect(() => {
    const more = count > before.current;
    before.current = count;
    if (more && !document.hidden) router.refresh();
  }, [count, router]);
  return null;
}
