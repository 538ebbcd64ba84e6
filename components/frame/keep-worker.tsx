"use client";

import { useEffect } from "react";
import { whenIdle } from "@/lib/client/browser/when-idle";

/**
 * Has the service worker stand by, once the page has nothing else to do: it says so where there is no network, and shows pushes to
 * the member `memberId`, if they asked for them in this browser.
 */
export function KeepWorker({ memberId }: { memberId: string | null }) {
  useEffect(() => whenIdle(() => void standBy(memberId).catch(() => {})), [memberId]);
  return null;
}

async function standBy(memberId: string | null): Promise<void> {
  await navigator.serviceWorker?.register("/sw.js");
  if (!memberId || !("Notification" in window) || Notification.permission !== "granted") return;
  const { keepPush } = await import("@/lib/client/notifications/keep-push");
  await keepPush(memberId);
}
