"use client";

import X from "lucide-react/icons/x";
import { type ReactNode, useId } from "react";
import { buttonClass } from "@/components/ui/button";
import { Modal } from "./modal";

type DialogProps = {
  open: boolean;
  onClose: () => void;
  title: string;
  /** The accessible name of the button that closes. */
  closeLabel: string;
  children: ReactNode;
};

/** A question or a form over the page; a sheet from the bottom on phones. */
export function Dialog({ open, onClose, title, closeLabel, children }: DialogProps) {
  const titleId = useId();
  return (
    <Modal
      open={open}
      onClose={onClose}
      name={{ labelledBy: titleId }}
      className="m-auto max-h-[min(44rem,92dvh)] w-[min(34rem,100%-2rem)] overflow-y-auto max-sm:mb-0 max-sm:rounded-b-none"
    >
      <div className="flex flex-col gap-5 p-6">
        <div className="flex items-start justify-between gap-4">
          <h2 id={titleId} className="written min-w-0 pt-1.5 text-xl font-bold">
            {title}
          </h2>
          <button type="button" onClick={onClose} aria-label={closeLabel} className={buttonClass("quiet", "icon")}>
            <X className="size-5" aria-hidden="true" />
          </button>
        </div>
        {children}
      </div>
    </Modal>
  );
}
