import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/layers/dialog";
import { useHandActs } from "./use-hand-acts";

type LowerAllDialogProps = { count: number; open: boolean; onClose: () => void };

/** Asked before all hands go down: the order in which they went up is gone with them. */
export function LowerAllDialog({ count, open, onClose }: LowerAllDialogProps) {
  const t = useTranslations("hands");
  const { lowerAllHands } = useHandActs();
  const lower = (): void => {
    onClose();
    void lowerAllHands();
  };
  return (
    <Dialog open={open} onClose={onClose} title={t("lowerAllTitle")} closeLabel={t("close")}>
      <p className="text-soft">{t("lowerAllText", { count })}</p>
      <div className="flex flex-wrap gap-3">
        <Button look="act" onClick={lower} className="flex-1">
          {t("lowerAll")}
        </Button>
        <Button onClick={onClose} className="flex-1">
          {t("cancel")}
        </Button>
      </div>
    </Dialog>
  );
}
