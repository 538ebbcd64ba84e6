import X from "lucide-react/icons/x";
import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { buttonClass } from "@/components/ui/button";

/** What stands beside the room. `count`: how much of it waits for somebody; shown on the tab. */
export type Panel = { name: PanelName; count?: number; content: ReactNode };

export type PanelName = "hands" | "chat" | "moderators" | "halls" | "log";

type SidePanelProps = {
  panels: Panel[];
  /** The one in front. */
  shown: PanelName;
  /** Whether it covers the room on a phone; on a desk it always stands beside it. */
  open: boolean;
  onShow: (name: PanelName) => void;
  onClose: () => void;
};

/** A column beside the room on a desk, a page over it on a phone: one panel in front, the others a tab away. */
export function SidePanel({ panels, shown, open, onShow, onClose }: SidePanelProps) {
  const t = useTranslations("room");
  const id = useId();
  const front = panels.find(({ name }) => name === shown) ?? panels[0];
  if (!front) return null;
  const move = (by: number): void => {
    const next = panels[(panels.indexOf(front) + by + panels.length) % panels.length];
    if (!next) return;
    onShow(next.name);
    document.getElementById(`${id}-${next.name}`)?.focus();
  };
  return (
    <aside
      aria-label={t("panel")}
      data-testid="panel"
      className={`${open ? "max-lg:fixed max-lg:inset-0 max-lg:z-40 max-lg:bg-paper max-lg:p-4" : "max-lg:hidden"} flex min-h-0 flex-col lg:sticky lg:top-4 lg:h-[calc(100dvh-12rem)] xl:h-[calc(100dvh-8rem)] lg:border-s lg:border-line lg:ps-6`}
    >
      <div className="mb-3 flex items-center gap-1">
        <div role="tablist" aria-label={t("panel")} className="flex min-w-0 flex-1 gap-1 overflow-x-auto">
          {panels.map(({ name, count = 0 }) => (
            <button
              key={name}
              id={`${id}-${name}`}
              type="button"
              role="tab"
              aria-selected={name === front.name}
              aria-controls={`${id}-panel`}
              tabIndex={name === front.name ? 0 : -1}
              onClick={() => onShow(name)}
              onKeyDown={(event) => {
                if (event.key === "ArrowRight") move(1);
                if (event.key === "ArrowLeft") move(-1);
              }}
              className="min-h-11 whitespace-nowrap rounded-md px-3 text-sm text-soft aria-selected:bg-card aria-selected:font-semibold aria-selected:text-ink"
            >
              {t(`panels.${name}`)}
              {count > 0 && <span className="ms-1.5 rounded-full bg-ink px-1.5 text-xs text-paper">{count}</span>}
            </button>
          ))}
        </div>
        <button
          type="button"
          onClick={onClose}
          aria-label={t("close")}
          className={`${buttonClass("quiet", "icon")} lg:hidden`}
        >
          <X className="size-5" aria-hidden="true" />
        </button>
      </div>
      <div
        role="tabpanel"
        id={`${id}-panel`}
        aria-labelledby={`${id}-${front.name}`}
        className="flex min-h-0 flex-1 flex-col overflow-y-auto"
      >
        {front.content}
      </div>
    </aside>
  );
}
