"use client";

import { usePathname } from "next/navigation";
import { Suspense, useEffect, useState } from "react";
import { lazily } from "@/components/ui/lazily";
import { watchInstall } from "@/lib/client/install/install-hint";

const InstallHint = lazily(async () => (await import("./install-hint")).InstallHint);

type InstallOfferProps = { texts: { title: string; text: string; install: string; notNow: string } };

/** Offers the app to whoever comes back, where their browser can install it. Never on a room's page. */
export function InstallOffer({ texts }: InstallOfferProps) {
  const [due, setDue] = useState(false);
  const path = usePathname();
  useEffect(() => watchInstall(() => setDue(true)), []);
  if (!due || path.startsWith("/rooms/")) return null;
  return (
    <Suspense>
      <InstallHint texts={texts} onDone={() => setDue(false)} />
    </Suspense>
  );
}
