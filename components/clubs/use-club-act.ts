import { useRouter } from "next/navigation";
import { useState } from "react";
import { useAttempt } from "@/components/frame/use-attempt";
import type { Done } from "@/lib/client/call";

/** A dialog whose acts change the page: once one is done it closes, and the page is read again. A refusal is said, and it stays open. */
export function useClubAct() {
  const router = useRouter();
  const attempt = useAttempt();
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const close = (): void => setOpen(false);
  const act = async (doing: Promise<Done>, onDone: () => void = router.refresh): Promise<void> => {
    setBusy(true);
    const done = await attempt(doing);
    setBusy(false);
    if (!done) return;
    close();
    onDone();
  };
  return { open, show: () => setOpen(true), close, busy, act };
}
