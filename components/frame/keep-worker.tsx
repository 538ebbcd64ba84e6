"use client";

import { useEffect } from "react";

/**
 * Has the service worker stand by: it says so where there is no network, and shows pushes to the member `memberId`, if they asked
 * for them in this browser.
 */
export function KeepWorker({ memberId }: { memberId: string | null }) {
  useEffect(() => void standBy(memberId).catch(() => {}), [memberId]);
  return null;
}

async function standBy(memberId: string | null): Promise<void> {
  await navigator.serviceWorker?.register("/sw.js");
  if (!memberId || !("Notification" in window) || Notification.permission !== "granted") return;
  const { keepPush } = await import("@/lib/client/notifications/keep-push");
  await keepPush(memberId);
}
