"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { keepCookie } from "./keep-cookie";

/**
 * Tells the server the reader's time zone. The server writes times in it from then on, so that page and browser agree;
 * only the very first page is drawn twice.
 */
export function KeepTimeZone({ cookie, known }: { cookie: string; known: string }) {
  const router = useRouter();
  useEffect(() => {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (zone === known) return;
    keepCookie(cookie, zone);
    router.refresh();
  }, [cookie, known, router]);
  return null;
}
