import X from "lucide-react/icons/x";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, type RefObject, Suspense, useEffect, useId, useRef } from "react";
import { buttonClass } from "@/components/ui/button";
import { useLayer } from "@/components/ui/layers/use-layer";
import { useSeenArea } from "@/components/ui/layers/use-seen-area";
import { NARROW, useMedia } from "@/components/ui/use-media";
import { useOpened, useShow } from "./open-context";
import { MOST_COUNTED, usePanels } from "./panels";
import { OwnMicrophone, StageStrip } from "./stage/stage-strip";

/** A column beside the room on a desk, a sheet over it on a phone: one panel in front, the others a tab away. */
export function SidePanel() {
  const t = useTranslations("room");
  const panels = usePanels();
  const { panel } = useOpened();
  const show = useShow();
  const open = panel !== null;
  const close = (): void => show({ panel: null });
  const id = useId();
  const sheet = useRef<HTMLElement>(null);
  const isSheet = useMedia(NARROW) && open;
  useLayer(isSheet, close, { closesOnEscape: false });
  useSeenArea(sheet, isSheet);
  const front = panels.find(({ name }) => name === (panel ?? "hands")) ?? panels[0];
  useFocusInside(sheet, isSheet);
  if (!front) return null;
  const move = (by: number): void => {
    const next = panels[(panels.indexOf(front) + by + panels.length) % panels.length];
    if (!next) return;
    show({ panel: next.name });
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
        <StageStrip />
        <OwnMicrophone />
        <button type="button" onClick={close} aria-label={t("close")} className={buttonClass("quiet", "icon")}>
          <X className="size-5" aria-hidden="true" />
        </button>
      </div>
      <div
        role="tablist"
        aria-label={t("panel")}
        className={`mb-3 flex shrink-0 flex-wrap gap-x-0.5 max-lg:mt-1.5 ${panels.length === 1 ? "max-lg:hidden" : ""}`}
      >
        {panels.map(({ name, Sign, count }) => (
          <button
            key={name}
            id={`${id}-${name}`}
            type="button"
            role="tab"
            aria-selected={name === front.name}
            aria-controls={`${id}-panel`}
            tabIndex={name === front.name ? 0 : -1}
            onClick={() => show({ panel: name })}
            onKeyDown={moveByKey}
            className="relative flex min-h-12 flex-auto flex-col items-center justify-center gap-0.5 rounded-md px-1 text-xs text-soft aria-selected:bg-card aria-selected:font-semibold aria-selected:text-ink"
          >
            <Sign className="size-5" aria-hidden="true" />
            {t(`panels.${name}`)}
            {count > 0 && (
              <span className="absolute start-1/2 top-0.5 ms-1 rounded-full bg-ink px-1.5 text-xs leading-tight text-paper">
                {Math.min(count, MOST_COUNTED)}
              </span>
            )}
          </button>
        ))}
      </div>
      <div
        role="tabpanel"
        id={`${id}-panel`}
        aria-labelledby={`${id}-${front.name}`}
        className="-mx-1.5 flex min-h-0 flex-1 flex-col overflow-y-auto px-1.5"
      >
        <Suspense key={front.name}>
          <front.Content />
        </Suspense>
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
