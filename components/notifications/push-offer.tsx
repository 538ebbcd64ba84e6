"use client";

import { useEffect, useState } from "react";
import { type PushState, pushState } from "@/lib/client/notifications/push";
import { PushSwitch } from "./push-switch";

/** Above the list, as long as this browser could be sent pushes and is not: what they are for, and a tap that asks for them. */
export function PushOffer({ pushKey }: { pushKey: string | null }) {
  const [state, setState] = useState<PushState | null>(null);
  useEffect(() => void pushState().then(setState), []);
  if (!pushKey || state !== "off") return null;
  return (
    <div className="mb-6 rounded-lg border border-line bg-card p-4">
      <PushSwitch pushKey={pushKey} />
    </div>
  );
}
