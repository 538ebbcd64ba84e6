import { useTranslations } from "next-intl";
import { Dialog } from "@/components/ui/layers/dialog";

const KEYS = ["microphone", "talk", "hand", "sound", "close", "help"] as const;

/** The keys of a room. */
export function KeysDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useTranslations("room");
  return (
    <Dialog open={open} onClose={onClose} title={t("keys.title")} closeLabel={t("close")}>
      <dl className="grid grid-cols-[auto_1fr] items-center gap-x-5 gap-y-3">
        {KEYS.map((name) => (
          <div key={name} className="contents">
            <dt>
              <kbd className="inline-block min-w-9 rounded-sm border border-edge px-2 py-1 text-center font-sans text-sm font-semibold">
                {t(`keys.${name}.key`)}
              </kbd>
            </dt>
            <dd>{t(`keys.${name}.does`)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
