"use client";

import { useEffect } from "react";
import { whenIdle } from "@/lib/client/browser/when-idle";

/** Has the service worker stand by, once the page has nothing else to do: it says so where there is no network, and shows pushes. */
export function KeepWorker() {
  useEffect(() => whenIdle(() => void navigator.serviceWorker?.register("/sw.js").catch(() => {})), []);
  return null;
}
