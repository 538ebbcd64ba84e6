import { useEffect, useRef } from "react";
import { dismissToast } from "@/components/ui/toast";
import type { OpenOffer } from "@/lib/wire/stage/views";

/** Names the line that offers to take an invitation back. */
export const offerToast = (personId: string): string => `offer ${personId}`;

/** An invitation that was answered cannot be taken back any more: the line that offers it goes. */
export function useAnsweredOffers(offers: readonly OpenOffer[] | null): void {
  const before = useRef<string[]>([]);
  useEffect(() => {
    const open = offers?.map(({ person }) => person.id) ?? [];
    for (const id of before.current) if (!open.includes(id)) dismissToast(offerToast(id));
    before.current = open;
  }, [offers]);
}
