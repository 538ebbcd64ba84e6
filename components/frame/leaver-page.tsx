"use client";

import { Suspense } from "react";
import { lazily } from "@/components/ui/lazily";

const KeepAccount = lazily(async () => (await import("@/components/settings/keep-account")).KeepAccount);

/** In the place of every page, for whoever gave their account up. Hardly anybody ever needs it, so it is fetched when somebody does. */
export const LeaverPage = ({ until }: { until: string | null }) => (
  <Suspense>
    <KeepAccount until={until} />
  </Suspense>
);
