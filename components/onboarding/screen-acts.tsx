import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";

/** Saves and goes on, or just goes on. */
export function ScreenActs({ busy, onSkip }: { busy: boolean; onSkip: () => void }) {
  const t = useTranslations("welcome");
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Button type="submit" look="act" busy={busy} className="min-w-36">
        {t("next")}
      </Button>
      <Button look="quiet" disabled={busy} onClick={onSkip}>
        {t("skip")}
      </Button>
    </div>
  );
}
