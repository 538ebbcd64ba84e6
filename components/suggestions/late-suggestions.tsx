"use client";

import { Suspense, useEffect, useState } from "react";
import { lazily } from "@/components/ui/lazily";

const Suggestions = lazily(async () => (await import("./suggestions")).Suggestions);

/** Whom to follow, fetched once all that the page is for is there. */
export function LateSuggestions() {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    if (document.readyState === "complete") return setLate(true);
    const late = () => setLate(true);
    window.addEventListener("load", late);
    return () => window.removeEventListener("load", late);
  }, []);
  return (
    isLate && (
      <Suspense>
        <Suggestions />
      </Suspense>
    )
  );
}
