"use client";

import X from "lucide-react/icons/x";
import { type ReactNode, useEffect, useId, useRef } from "react";
import { buttonClass } from "@/components/ui/button";

type DialogProps = {
  open: boolean;
  onClose: () => void;
  title: string;
  /** The accessible name of the button that closes. */
  closeLabel: string;
  children: ReactNode;
};

/**
 * A question or a form over the page; a sheet from the bottom on phones. It is the browser's own modal dialog, which keeps the
 * focus inside, closes on Esc, gives the focus back and costs no script.
 */
export function Dialog({ open, onClose, title, closeLabel, children }: DialogProps) {
  const box = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    if (open && !box.current?.open) box.current?.showModal();
    if (!open) box.current?.close();
  }, [open]);
  return (
    <dialog
      ref={box}
      aria-labelledby={titleId}
      onClose={onClose}
      onPointerDown={(event) => event.target === box.current && onClose()}
      className="m-auto max-h-[min(44rem,92dvh)] w-[min(34rem,100%-2rem)] overflow-y-auto rounded-xl border border-line bg-card text-ink shadow-float open:animate-rise max-sm:mb-0 max-sm:w-full max-sm:max-w-full max-sm:rounded-b-none"
    >
      {open && (
        <div className="flex flex-col gap-5 p-6">
          <div className="flex items-start justify-between gap-4">
            <h2 id={titleId} className="pt-1.5 text-xl font-bold">
              {title}
            </h2>
            <button type="button" onClick={onClose} aria-label={closeLabel} className={buttonClass("quiet", "icon")}>
              <X className="size-5" aria-hidden="true" />
            </button>
          </div>
          {children}
        </div>
      )}
    </dialog>
  );
}
