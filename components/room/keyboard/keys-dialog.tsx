import { useTranslations } from "next-intl";
import { Dialog } from "@/components/ui/layers/dialog";
import { searchKeyLabel } from "@/lib/client/keyboard/search-key";
import { useKeyLabels } from "./use-key-labels";

const KEYS = ["microphone", "talk", "hand", "sound", "search", "close", "help"] as const;

type KeysDialogProps = { open: boolean; onClose: () => void };

/** The keys of a room, as this person's keyboard shows them. */
export function KeysDialog({ open, onClose }: KeysDialogProps) {
  const t = useTranslations("room");
  return (
    <Dialog open={open} onClose={onClose} title={t("keys.title")} closeLabel={t("close")}>
      {open && <Keys />}
    </Dialog>
  );
}

function Keys() {
  const t = useTranslations("room");
  const labels = useKeyLabels();
  const keyOf = (name: (typeof KEYS)[number]): string => {
    if (name === "search") return searchKeyLabel();
    return name === "microphone" || name === "hand" || name === "sound" ? labels[name] : t(`keys.${name}.key`);
  };
  return (
    <dl className="grid grid-cols-[auto_1fr] items-center gap-x-5 gap-y-3">
      {KEYS.map((name) => (
        <div key={name} className="contents">
          <dt>
            <kbd className="inline-block min-w-9 rounded-sm border border-edge px-2 py-1 text-center font-sans text-sm font-semibold">
              <bdi>{keyOf(name)}</bdi>
            </kbd>
          </dt>
          <dd>{t(`keys.${name}.does`)}</dd>
        </div>
      ))}
    </dl>
  );
}
