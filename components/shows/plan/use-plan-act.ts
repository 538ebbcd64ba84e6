import { useRouter } from "next/navigation";
import { useState } from "react";
import { useAttempt } from "@/components/frame/use-attempt";
import { toast } from "@/components/ui/toast";
import type { Done } from "@/lib/client/call";

/** An act that changes the page, perhaps behind a question: once it is done the question closes, `said` is shown, and the page is read again. */
export function usePlanAct() {
  const router = useRouter();
  const attempt = useAttempt();
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const act = async (doing: Promise<Done>, said: string, onDone: () => void = router.refresh): Promise<void> => {
    setBusy(true);
    const done = await attempt(doing);
    setBusy(false);
    if (!done) return;
    setOpen(false);
    toast(said);
    onDone();
  };
  return { open, show: () => setOpen(true), close: () => setOpen(false), busy, act };
}
