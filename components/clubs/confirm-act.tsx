import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/layers/dialog";

type ConfirmActProps = {
  open: boolean;
  busy: boolean;
  title: string;
  /** On the button that does it. */
  act: string;
  onAct: () => void;
  onClose: () => void;
  children: ReactNode;
};

/** Asks once more before something that cannot be undone by the same tap. */
export function ConfirmAct({ open, busy, title, act, onAct, onClose, children }: ConfirmActProps) {
  const t = useTranslations("common");
  return (
    <Dialog open={open} onClose={onClose} title={title} closeLabel={t("close")}>
      <p className="text-soft">{children}</p>
      <div className="flex flex-wrap gap-3">
        <Button look="end" busy={busy} onClick={onAct} className="flex-1">
          {act}
        </Button>
        <Button onClick={onClose} className="flex-1">
          {t("cancel")}
        </Button>
      </div>
    </Dialog>
  );
}
