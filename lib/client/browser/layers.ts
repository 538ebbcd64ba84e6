/** Something that lies over the page: a dialog, a sheet, a menu. `close` is called once at most. */
export type Layer = {
  close: () => void;
  /** The browser closes it on Esc by itself: its own dialogs and popovers. */
  closesOnEscape: boolean;
};

/** The part of a history entry's state that says how many layers lay over the page there. */
type LayerState = { layers?: number };

let open: readonly Layer[] = [];
/** The history entry the page stands at, as far as layers go. `page`: its address without the hash. */
let at = { page: "", depth: 0 };
let watching = false;

/**
 * Back closes the top layer instead of leaving the page, as people on phones expect. Each layer has an entry of its own in the
 * history, made when it opens. One that is closed in another way leaves its entry behind: going back at once would race with a
 * link that was followed out of the layer. The next layer takes it over, and Back passes over it.
 * Answers what to call when the layer is closed or gone.
 */
export function openLayer(layer: Layer): () => void {
  watch();
  open = [...open, layer];
  if (depthHere() < open.length) {
    history.pushState({ ...history.state, layers: open.length } satisfies LayerState, "");
    at = { page: pageHere(), depth: open.length };
  }
  return () => {
    open = open.filter((each) => each !== layer);
  };
}

const pageHere = (): string => location.pathname + location.search;

/** The router writes entries of its own, and forgets ours when it draws a page anew: the depth holds as long as the page does. */
function depthHere(): number {
  if (at.page !== pageHere()) at = { page: pageHere(), depth: layersOf(history.state) };
  return at.depth;
}

const layersOf = (state: LayerState | null): number => state?.layers ?? 0;

/** On every page that is come to, so that entries which a reload has left behind are passed over, too. */
export function noteLayersOfPage(): void {
  watch();
  depthHere();
}

function watch(): void {
  if (watching) return;
  watching = true;
  // Ahead of the router, which would else draw the same page anew and drop a navigation that is under way.
  addEventListener("popstate", arrive, { capture: true });
  addEventListener("keydown", closeOnEscape);
}

function arrive(event: PopStateEvent): void {
  const left = at;
  at = { page: pageHere(), depth: layersOf(event.state) };
  if (at.page !== left.page) return;
  const above = open.slice(at.depth);
  if (above.length > 0) {
    event.stopImmediatePropagation();
    open = open.slice(0, at.depth);
    for (const layer of above.toReversed()) layer.close();
  } else if (at.depth < left.depth) {
    event.stopImmediatePropagation();
    history.back();
  }
}

function closeOnEscape(event: KeyboardEvent): void {
  const top = open.at(-1);
  if (event.key !== "Escape" || event.isComposing || event.defaultPrevented || !top || top.closesOnEscape) return;
  event.preventDefault();
  top.close();
}
