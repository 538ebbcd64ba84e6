import Hand from "lucide-react/icons/hand";
import LayoutGrid from "lucide-react/icons/layout-grid";
import MessageSquare from "lucide-react/icons/message-square";
import ScrollText from "lucide-react/icons/scroll-text";
import ShieldHalf from "lucide-react/icons/shield-half";
import X from "lucide-react/icons/x";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useId, useRef } from "react";
import { buttonClass } from "@/components/ui/button";
import { useLayer } from "@/components/ui/layers/use-layer";
import { useSeenArea } from "@/components/ui/layers/use-seen-area";
import { NARROW, useMedia } from "@/components/ui/use-media";

/** What stands beside the room. `count`: how much of it waits for somebody; shown on the tab. */
export type Panel = { name: PanelName; count?: number; content: ReactNode };

export type PanelName = "hands" | "chat" | "moderators" | "halls" | "log";

const SIGNS = { hands: Hand, chat: MessageSquare, moderators: ShieldHalf, halls: LayoutGrid, log: ScrollText } as const;

const MOST_SHOWN = 99;

type SidePanelProps = {
  panels: Panel[];
  /** The one in front. */
  shown: PanelName;
  /** Whether it covers the room on a phone; on a desk it always stands beside it. */
  open: boolean;
  onShow: (name: PanelName) => void;
  onClose: () => void;
  /** What of the room stays in view above it on a phone. */
  room: ReactNode;
};

/** A column beside the room on a desk, a sheet over it on a phone: one panel in front, the others a tab away. */
export function SidePanel({ panels, shown, open, onShow, onClose, room }: SidePanelProps) {
  const t = useTranslations("room");
  const id = useId();
  const sheet = useRef<HTMLElement>(null);
  const isSheet = useMedia(NARROW) && open;
  useLayer(isSheet, onClose, { closesOnEscape: false });
  useSeenArea(sheet, isSheet);
  const front = panels.find(({ name }) => name === shown) ?? panels[0];
  useFocusInside(sheet, isSheet);
  if (!front) return null;
  const move = (by: number): void => {
    const next = panels[(panels.indexOf(front) + by + panels.length) % panels.length];
    if (!next) return;
    onShow(next.name);
    document.getElementById(`${id}-${next.name}`)?.focus();
  };
  const moveByKey = ({ key, currentTarget }: KeyboardEvent): void => {
    const forward = getComputedStyle(currentTarget).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
    if (key === "ArrowRight" || key === "ArrowLeft") move(key === forward ? 1 : -1);
  };
  return (
    <aside
      ref={sheet}
      tabIndex={-1}
      aria-label={t("panel")}
      data-testid="panel"
      className={`${open ? "max-lg:fixed max-lg:inset-x-0 max-lg:top-(--seen-top,0px) max-lg:z-40 max-lg:h-(--seen-height,100dvh) max-lg:bg-paper max-lg:px-4 max-lg:pb-[max(0.5rem,env(safe-area-inset-bottom))]" : "max-lg:hidden"} flex min-h-0 flex-col outline-none lg:sticky lg:top-4 lg:h-[calc(100dvh-var(--bar,0px)-6.25rem)] lg:border-s lg:border-line lg:ps-6`}
    >
      <div className="-mx-4 flex h-14 shrink-0 items-center gap-2 border-b border-line ps-4 pe-2 lg:hidden">
        {room}
        <button type="button" onClick={onClose} aria-label={t("close")} className={buttonClass("quiet", "icon")}>
          <X className="size-5" aria-hidden="true" />
        </button>
      </div>
      <div
        role="tablist"
        aria-label={t("panel")}
        className={`mb-3 flex shrink-0 flex-wrap gap-x-0.5 max-lg:mt-1.5 ${panels.length === 1 ? "max-lg:hidden" : ""}`}
      >
        {panels.map(({ name, count = 0 }) => {
          const Sign = SIGNS[name];
          return (
            <button
              key={name}
              id={`${id}-${name}`}
              type="button"
              role="tab"
              aria-selected={name === front.name}
              aria-controls={`${id}-panel`}
              tabIndex={name === front.name ? 0 : -1}
              onClick={() => onShow(name)}
              onKeyDown={moveByKey}
              className="relative flex min-h-12 flex-auto flex-col items-center justify-center gap-0.5 rounded-md px-1 text-xs text-soft aria-selected:bg-card aria-selected:font-semibold aria-selected:text-ink"
            >
              <Sign className="size-5" aria-hidden="true" />
              {t(`panels.${name}`)}
              {count > 0 && (
                <span className="absolute start-1/2 top-0.5 ms-1 rounded-full bg-ink px-1.5 text-xs leading-tight text-paper">
                  {Math.min(count, MOST_SHOWN)}
                </span>
              )}
            </button>
          );
        })}
      </div>
      <div
        role="tabpanel"
        id={`${id}-panel`}
        aria-labelledby={`${id}-${front.name}`}
        className="-mx-1.5 flex min-h-0 flex-1 flex-col overflow-y-auto px-1.5"
      >
        {front.content}
      </div>
    </aside>
  );
}

/** The focus goes into what opens over the room, and back to where it was. */
function useFocusInside(sheet: RefObject<HTMLElement | null>, isOpen: boolean): void {
  useEffect(() => {
    if (!isOpen) return;
    const before = document.activeElement;
    sheet.current?.focus({ preventScroll: true });
    return () => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, [sheet, isOpen]);
}
