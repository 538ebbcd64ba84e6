import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { Acts } from "./use-acts";

type QuestionProps = { open: boolean; onClose: () => void; acts: Acts };

/** Asked before a room ends for everyone: it cannot be undone. */
export function EndRoomDialog({ open, onClose, acts }: QuestionProps) {
  const t = useTranslations("room");
  const end = (): void => {
    onClose();
    void acts.end();
  };
  return (
    <Dialog open={open} onClose={onClose} title={t("end.title")} closeLabel={t("close")}>
      <p className="text-soft">{t("end.text")}</p>
      <div className="flex flex-wrap gap-3">
        <Button look="end" onClick={end} className="flex-1">
          {t("end.confirm")}
        </Button>
        <Button onClick={onClose} className="flex-1">
          {t("end.stay")}
        </Button>
      </div>
    </Dialog>
  );
}

/** Whoever leads the room alone is asked: without them it has nobody in charge. */
export function LeaveInChargeDialog({ open, onClose, acts }: QuestionProps) {
  const t = useTranslations("room");
  const choose = (run: () => unknown) => (): void => {
    onClose();
    void run();
  };
  return (
    <Dialog open={open} onClose={onClose} title={t("leaving.title")} closeLabel={t("close")}>
      <p className="text-soft">{t("leaving.text")}</p>
      <div className="flex flex-col gap-3">
        <Button onClick={onClose}>{t("leaving.handOver")}</Button>
        <Button onClick={choose(acts.leave)}>{t("leaving.leave")}</Button>
        <Button look="end" onClick={choose(acts.end)}>
          {t("end.confirm")}
        </Button>
      </div>
    </Dialog>
  );
}
