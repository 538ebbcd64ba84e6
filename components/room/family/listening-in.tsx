import Ear from "lucide-react/icons/ear";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { ListeningIn as Now } from "@/lib/client/family/listen-in";

/** That I listen in to another hall, as long as I do, and the way out of it. */
export function ListeningIn({ now, onStop }: { now: Now; onStop: () => void }) {
  const t = useTranslations("halls");
  return (
    <div role="status" data-testid="listening-in" data-heard={now?.heard ?? false}>
      {now && (
        <div className="flex items-center gap-3 rounded-lg border border-light bg-glow px-4 py-2">
          <Ear className="size-5 shrink-0" aria-hidden="true" />
          <p className="min-w-0 flex-1 text-sm">{t(now.heard ? "listening" : "connecting", { hall: now.number })}</p>
          <Button size="small" onClick={onStop}>
            {t("stop")}
          </Button>
        </div>
      )}
    </div>
  );
}
