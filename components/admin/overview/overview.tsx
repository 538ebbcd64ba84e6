"use client";

import type { AdminHistory, AdminLimits, AdminNumbers } from "@/lib/wire/admin/numbers";
import { Health } from "./health";
import { History } from "./history";
import { Limits } from "./limits";
import { Numbers } from "./numbers";
import { useNumbers } from "./use-numbers";

type OverviewProps = { numbers: AdminNumbers; history: AdminHistory; limits: AdminLimits };

/** How the instance is at a glance: what is wrong first, what there is, what there was, and whom limits refused. */
export function Overview({ numbers, history, limits }: OverviewProps) {
  return (
    <div className="flex flex-col gap-10">
      <Now first={numbers} />
      <History first={history} />
      <Limits limits={limits.limits} />
    </div>
  );
}

/** What changes from moment to moment, by itself: charts are not drawn anew for it. */
function Now({ first }: { first: AdminNumbers }) {
  const { numbers, isLive } = useNumbers(first);
  return (
    <>
      <Health health={numbers.health} relays={numbers.relays} />
      <Numbers counts={numbers.counts} isLive={isLive} />
    </>
  );
}
