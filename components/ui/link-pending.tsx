"use client";

import { useLinkStatus } from "next/link";
import { Spinner } from "./spinner";

/** Inside a link: turns while the page it leads to is being made, if that takes longer than a moment. */
export function LinkPending() {
  const { pending } = useLinkStatus();
  if (!pending) return null;
  return <Spinner className="absolute end-4 top-4 animate-[appear_150ms_300ms_both]" />;
}
