"use client";

import { Suspense, useEffect, useState } from "react";
import { lazily } from "@/components/ui/lazily";
import { Spinner } from "@/components/ui/spinner";

const Speaking = lazily(async () => (await import("@/components/room/sound/speaking")).Speaking);

/** The devices of this browser and how one speaks by them, the same as in a room. A server knows no devices, so it waits for the page. */
export function SoundHere() {
  const [here, setHere] = useState(false);
  useEffect(() => setHere(true), []);
  return (
    <div className="flex min-h-96 flex-col gap-5">
      {here ? (
        <Suspense fallback={<Spinner />}>
          <Speaking />
        </Suspense>
      ) : (
        <Spinner />
      )}
    </div>
  );
}
