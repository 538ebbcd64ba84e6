export const WIDTH = 1200;
export const HEIGHT = 630;

export const COLOURS = {
  paper: "#f6f2e9",
  ink: "#15171c",
  soft: "#625f57",
  seat: "#d9d2c0",
  taken: "#3c3a35",
  light: "#f0a500",
};

/** The column that a picture's texts stand in. */
export type Column = { left: number; width: number };

/**
 * How high a text may be, and its sizes, tried from the largest on until it fits. `top`: where it stands in its column; without
 * it, `gap` below what stands there already.
 */
export type Box = { sizes: number[]; weight: number; colour: string; height: number } & (
  | { top: number }
  | { gap: number }
);

type Overlay = { input: Buffer; left: number; top: number };

/**
 * Draws a picture of 1,200 × 630 as PNG: texts over a background, an SVG without any. Text is shaped by Pango, so that Arabic
 * joins, Devanagari stacks and right-to-left lines begin at the right. Call `cardFonts` first. Fetched only where a picture is drawn.
 */
export async function drawPicture(
  background: string,
  column: Column,
  texts: readonly (readonly [words: string, box: Box])[],
): Promise<Buffer> {
  const { default: sharp } = await import("sharp");
  sharp.concurrency(1);
  const text = async (words: string, look: TextLook): Promise<Buffer> =>
    sharp({
      text: {
        text: markup(words, look),
        font: "Noto Sans",
        width: column.width,
        dpi: 72,
        rgba: true,
        wrap: "word-char",
      },
    })
      .png()
      .toBuffer();
  /** As large as fits into `height`; what would stand out of it even at the smallest is cut off. */
  const setText = async (words: string, { sizes, weight, colour, height }: Box): Promise<Fitted> => {
    for (const size of sizes) {
      const input = await text(words, { size, weight, colour });
      const drawn = await sharp(input).metadata();
      if (drawn.height <= height) return { input, width: drawn.width, height: drawn.height };
      if (size !== sizes.at(-1)) continue;
      const cut = { left: 0, top: 0, width: drawn.width, height };
      return { input: await sharp(input).extract(cut).toBuffer(), width: drawn.width, height };
    }
    throw new Error("a text has no size");
  };
  const overlays: Overlay[] = [];
  let bottom = 0;
  // One after another: all of them at once would take every thread that look-ups of addresses and files need too.
  for (const [words, box] of texts) {
    if (words === "") continue;
    const { input, width, height } = await setText(words, box);
    const left = startsRight(words) ? column.left + column.width - width : column.left;
    const top = "top" in box ? box.top : bottom + box.gap;
    overlays.push({ input, left, top });
    bottom = top + height;
  }
  return sharp(Buffer.from(background)).composite(overlays).png({ palette: true }).toBuffer();
}

type Fitted = { input: Buffer; width: number; height: number };

type TextLook = { size: number; weight: number; colour: string };

const markup = (words: string, { size, weight, colour }: TextLook): string =>
  `<span size="${size}pt" weight="${weight}" foreground="${colour}">${escaped(words)}</span>`;

const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;" };

const escaped = (words: string): string => words.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? "");

/** Whether the first letter that has a direction runs from right to left. */
const startsRight = (words: string): boolean => /^[^\p{L}]*[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(words);
