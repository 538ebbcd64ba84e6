"use client";

import { type ReactNode, type SyntheticEvent, useEffect, useRef } from "react";
import { useLayer } from "./use-layer";

type ModalProps = {
  open: boolean;
  onClose: () => void;
  /** What it is called: by words of its own, or by the element of that id inside it. */
  name: { label: string } | { labelledBy: string };
  /** Where it stands, and how large it is. */
  className: string;
  children: ReactNode;
};

/**
 * A box over the page. It is the browser's own modal dialog, which keeps the focus inside, closes on Esc, gives the focus back and
 * costs no script. What is in it begins anew each time it opens.
 */
export function Modal({ open, onClose, name, className, children }: ModalProps) {
  const box = useRef<HTMLDialogElement>(null);
  useLayer(open, onClose);
  useEffect(() => {
    if (open && !box.current?.open) box.current?.showModal();
    if (!open) box.current?.close();
  }, [open]);
  /** On Esc. The browser closes the box at once and tells of it later, perhaps after it was to be opened again: so it closes with the page's state. */
  const closeByKey = (event: SyntheticEvent): void => {
    // A chooser of files inside it cancels, too.
    if (event.target !== box.current) return;
    event.preventDefault();
    onClose();
  };
  return (
    <dialog
      ref={box}
      aria-label={"label" in name ? name.label : undefined}
      aria-labelledby={"labelledBy" in name ? name.labelledBy : undefined}
      onCancel={closeByKey}
      onClose={() => !box.current?.open && onClose()}
      onPointerDown={(event) => event.target === box.current && onClose()}
      className={`rounded-xl border border-line bg-card text-ink shadow-float open:animate-rise max-sm:w-full max-sm:max-w-full ${className}`}
    >
      {open && children}
    </dialog>
  );
}
