"use client";

import { useEffect } from "react";
import { keepTranslatable } from "@/lib/client/browser/keep-translatable";

let kept = false;

/** Lets browsers translate our pages; once, in the layout. */
export function Translatable() {
  useEffect(() => {
    if (!kept) keepTranslatable();
    kept = true;
  }, []);
  return null;
}
