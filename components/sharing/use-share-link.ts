import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { copyText } from "@/components/ui/copy-text";

/** A text to hand on by copying, in a box that stays marked where the browser copies nothing. */
export function useCopy(text: string) {
  const t = useTranslations("sharing");
  const [isCopied, setIsCopied] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const box = useRef<HTMLInputElement>(null);
  const copy = async (): Promise<void> => {
    const done = await copyText(text, box.current);
    setIsCopied(done);
    setError(done ? null : t("copyByHand"));
  };
  return { box, isCopied, error, copy };
}

/** A link to hand on, and how. `share` undefined: this browser has no sheet for it. */
export function useShareLink(url: string, title: string) {
  const copying = useCopy(url);
  const share = async (): Promise<void> => {
    try {
      await navigator.share({ title, url });
    } catch (fault) {
      // They closed the sheet, which is an answer too.
      if (!(fault instanceof DOMException && fault.name === "AbortError")) await copying.copy();
    }
  };
  return { ...copying, share: typeof navigator.share === "function" ? share : undefined };
}
