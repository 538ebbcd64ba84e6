"use client";

import { Suspense, useEffect, useState } from "react";
import { lazily } from "@/components/ui/lazily";
import { whenIdle } from "@/lib/client/browser/when-idle";
import type { PreferenceValues } from "./preferences";

const Preferences = lazily(async () => (await import("./preferences")).Preferences);
const StayWhileOffline = lazily(async () => (await import("./stay-while-offline")).StayWhileOffline);
const KeepWorker = lazily(async () => (await import("./keep-worker")).KeepWorker);

/** Parts of every page that nobody needs before it is there: fetched once it has nothing else to do. */
export function LateKeepers({ memberId }: { memberId: string | null }) {
  return (
    useIsLate() && (
      <Suspense>
        <StayWhileOffline />
        <KeepWorker memberId={memberId} />
      </Suspense>
    )
  );
}

/** In a place that is kept for them. */
export function LatePreferences({ values }: { values: PreferenceValues }) {
  const isLate = useIsLate();
  return (
    <div className="min-h-27">
      {isLate && (
        <Suspense>
          <Preferences values={values} />
        </Suspense>
      )}
    </div>
  );
}

function useIsLate(): boolean {
  const [isLate, setLate] = useState(false);
  useEffect(() => whenIdle(() => setLate(true)), []);
  return isLate;
}
