import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/layers/dialog";
import type { HallTile } from "@/lib/wire/family/views";
import type { HallActs } from "./use-hall-acts";

type CloseHallDialogProps = { hall: HallTile; open: boolean; onClose: () => void; acts: HallActs };

/** Asked before a hall closes: its talk and its chat are over then, wherever its people go. */
export function CloseHallDialog({ hall, open, onClose, acts }: CloseHallDialogProps) {
  const t = useTranslations("halls");
  const common = useTranslations("common");
  const close = (): void => {
    onClose();
    void acts.closeHall(hall);
  };
  return (
    <Dialog open={open} onClose={onClose} title={t("closeTitle", { hall: hall.number })} closeLabel={common("close")}>
      <p className="text-soft">{t("closeText", { count: hall.openSeats })}</p>
      <div className="flex flex-wrap gap-3">
        <Button look="end" onClick={close} className="flex-1">
          {t("closeHall", { hall: hall.number })}
        </Button>
        <Button onClick={onClose} className="flex-1">
          {t("cancel")}
        </Button>
      </div>
    </Dialog>
  );
}
