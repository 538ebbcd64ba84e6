import { expect, type Page } from "@playwright/test";

type Box = { left: number; top: number; right: number; bottom: number };

/** Anti-aliasing, and the pixel that a box may begin in the middle of. */
const TOLERANCE_PX = 2;
/** Of 255 a channel. Edges of what stands elsewhere are drawn anew as well, and differ by up to 30 then; ink differs by 90 and more. */
const INK = 60;
/** So far around a box ink is looked for. */
const AROUND_PX = 120;

/** A piece of text: the box that clips it, and where on the page its ink is looked for. */
type Piece = { words: string; box: Box; clip: { x: number; y: number; width: number; height: number } };

/**
 * Every piece of text that matches paints inside of the box that clips it and nowhere else: what the page looks like with the
 * piece's ink is compared, pixel by pixel, with how it looks without. Answers how many pieces painted anything. Nothing else on the
 * page should move meanwhile.
 */
export async function expectInkInside(page: Page, pattern: RegExp): Promise<number> {
  const canvas = await page.context().newPage();
  const count = await mark(page, pattern);
  let painted = 0;
  for (let place = 0; place < count; place++) {
    const piece = await bring(page, place);
    if (!piece) continue;
    const look = () => page.screenshot({ clip: piece.clip, animations: "disabled" });
    const before = await look();
    await show(page, place, false);
    const without = await look();
    await show(page, place, true);
    const after = await look();
    const ink = await inkIn(canvas, [before, without, after]);
    if (!ink) continue;
    painted++;
    const { box, clip } = piece;
    const over = {
      left: Math.round(box.left - clip.x - ink.left),
      top: Math.round(box.top - clip.y - ink.top),
      right: Math.round(ink.right - (box.right - clip.x)),
      bottom: Math.round(ink.bottom - (box.bottom - clip.y)),
    };
    expect(
      Math.max(...Object.values(over)),
      `“${piece.words}” paints over its box: ${JSON.stringify(over)}`,
    ).toBeLessThanOrEqual(TOLERANCE_PX);
  }
  await canvas.close();
  await page.bringToFront();
  return painted;
}

const mark = (page: Page, pattern: RegExp): Promise<number> =>
  page.evaluate((source) => {
    const wanted = new RegExp(source);
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    let count = 0;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const owner = node.parentElement;
      if (!owner?.checkVisibility({ visibilityProperty: true }) || owner.closest(".sr-only, script")) continue;
      if (wanted.test(node.textContent ?? "") && !owner.dataset.ink) owner.dataset.ink = String(count++);
    }
    return count;
  }, pattern.source);

/** Scrolls a marked piece into view; null where it lies nowhere that can be seen. */
const bring = (page: Page, place: number): Promise<Piece | null> =>
  page.evaluate(
    ([wanted, around]) => {
      const owner = document.querySelector<HTMLElement>(`[data-ink="${wanted}"]`);
      if (!owner) return null;
      owner.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
      let clips: Element = owner;
      while (getComputedStyle(clips).overflowY === "visible" && clips.parentElement) clips = clips.parentElement;
      const { left, top, right, bottom } = clips.getBoundingClientRect();
      const x = Math.max(0, Math.floor(left - around));
      const y = Math.max(0, Math.floor(top - around));
      const width = Math.min(innerWidth, Math.ceil(right + around)) - x;
      const height = Math.min(innerHeight, Math.ceil(bottom + around)) - y;
      if (width <= 0 || height <= 0 || right - left < 2) return null;
      const words = owner.textContent?.slice(0, 24) ?? "";
      return { words, box: { left, top, right, bottom }, clip: { x, y, width, height } };
    },
    [place, AROUND_PX] as const,
  );

const show = (page: Page, place: number, isShown: boolean): Promise<void> =>
  page.evaluate(
    ([wanted, shown]) => {
      const { style } = document.querySelector(`[data-ink="${wanted}"]`) as HTMLElement;
      if (shown) style.removeProperty("-webkit-text-fill-color");
      else style.setProperty("-webkit-text-fill-color", "transparent", "important");
    },
    [place, isShown] as const,
  );

/** What changed when the ink went and came back as it was: the box around it, or null. */
const inkIn = (canvas: Page, pictures: Buffer[]): Promise<Box | null> =>
  canvas.evaluate(
    async ([sources, enough]) => {
      const read = async (source: string): Promise<ImageData> => {
        const image = new Image();
        image.src = `data:image/png;base64,${source}`;
        await image.decode();
        const context = new OffscreenCanvas(image.width, image.height).getContext(
          "2d",
        ) as OffscreenCanvasRenderingContext2D;
        context.drawImage(image, 0, 0);
        return context.getImageData(0, 0, image.width, image.height);
      };
      const [before, without, after] = (await Promise.all(sources.map(read))) as [ImageData, ImageData, ImageData];
      const differs = (one: ImageData, other: ImageData, at: number): boolean =>
        [0, 1, 2].some((colour) => Math.abs((one.data[at + colour] ?? 0) - (other.data[at + colour] ?? 0)) > enough);
      let box: Box | null = null;
      for (let y = 0; y < before.height; y++) {
        for (let x = 0; x < before.width; x++) {
          const at = 4 * (y * before.width + x);
          if (differs(before, after, at) || !differs(before, without, at)) continue;
          box ??= { left: x, top: y, right: x + 1, bottom: y + 1 };
          box = {
            left: Math.min(box.left, x),
            top: box.top,
            right: Math.max(box.right, x + 1),
            bottom: y + 1,
          };
        }
      }
      return box;
    },
    [pictures.map((picture) => picture.toString("base64")), INK] as const,
  );
