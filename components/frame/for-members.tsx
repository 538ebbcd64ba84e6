"use client";

import { Suspense } from "react";
import { lazily } from "@/components/ui/lazily";

const LateBell = lazily(async () => (await import("@/components/notifications/bell")).Bell);
const LatePingCards = lazily(async () => (await import("@/components/pings/ping-cards")).PingCards);

/** The bell, in a place that is kept for it: visitors without an account fetch nothing of it. */
export const MembersBell = () => (
  <Suspense fallback={<span className="size-11" />}>
    <LateBell />
  </Suspense>
);

/** Who wants a member where, on any page. */
export const MembersPingCards = () => (
  <Suspense>
    <LatePingCards />
  </Suspense>
);
