import type { CardFacts } from "./card-facts";

const WIDTH = 1200;
const HEIGHT = 630;
const MARGIN = 72;
const COLUMN = 650;
const HALL = { left: 742, top: 196, scale: 1.2 };

const COLOURS = {
  paper: "#f6f2e9",
  ink: "#15171c",
  soft: "#625f57",
  seat: "#d9d2c0",
  taken: "#3c3a35",
  light: "#f0a500",
};

/** Where a text stands, and its sizes, tried from the largest on until it fits. */
type Box = { sizes: number[]; weight: number; colour: string; top: number; height: number };

const BOXES = {
  status: { sizes: [30], weight: 700, colour: COLOURS.soft, top: 78, height: 44 },
  title: { sizes: [72, 60, 50, 42, 36, 30], weight: 700, colour: COLOURS.ink, top: 150, height: 270 },
  stage: { sizes: [32, 28, 24, 20], weight: 400, colour: COLOURS.ink, top: 448, height: 84 },
  address: { sizes: [26, 20], weight: 400, colour: COLOURS.soft, top: 552, height: 40 },
} satisfies Record<string, Box>;

/** One place of a hall seen from above. */
type Dot = { x: number; y: number; taken: boolean };

/** How the hall lies: places and stage lights, in its own units. */
export type HallDrawing = { dots: Dot[]; lights: number[] };

/** The words on a picture, in the language of its room. */
export type CardWords = { status: string; stage: string; address: string };

type Overlay = { input: Buffer; left: number; top: number };

/**
 * Draws the picture that stands beside a link, as PNG, 1,200 × 630. Text is shaped by Pango, so that Arabic joins, Devanagari
 * stacks and right-to-left lines begin at the right. Call `cardFonts` first. Fetched only where a picture is drawn.
 */
export async function drawCard(facts: CardFacts, hall: HallDrawing, words: CardWords): Promise<Buffer> {
  const { default: sharp } = await import("sharp");
  sharp.concurrency(1);
  const text = async (words: string, look: TextLook): Promise<Buffer> =>
    sharp({
      text: { text: markup(words, look), font: "Noto Sans", width: COLUMN, dpi: 72, rgba: true, wrap: "word-char" },
    })
      .png()
      .toBuffer();
  /** As large as fits into `height`; what would stand out of it even at the smallest is cut off. */
  const place = async (words: string, { sizes, weight, colour, top, height }: Box): Promise<Overlay[]> => {
    if (words === "") return [];
    for (const size of sizes) {
      const input = await text(words, { size, weight, colour });
      const drawn = await sharp(input).metadata();
      const left = startsRight(words) ? MARGIN + COLUMN - drawn.width : MARGIN;
      if (drawn.height <= height) return [{ input, left, top }];
      if (size !== sizes.at(-1)) continue;
      return [
        { input: await sharp(input).extract({ left: 0, top: 0, width: drawn.width, height }).toBuffer(), left, top },
      ];
    }
    return [];
  };
  // One after another: all of them at once would take every thread that look-ups of addresses and files need too.
  const overlays = [
    ...(await place(words.status, BOXES.status)),
    ...(await place(facts.title ?? "Plenum", BOXES.title)),
    ...(await place(words.stage, BOXES.stage)),
    ...(await place(words.address, BOXES.address)),
  ];
  const base = Buffer.from(background(hall, facts.status === "live"));
  return sharp(base).composite(overlays).png({ palette: true }).toBuffer();
}

type TextLook = { size: number; weight: number; colour: string };

const markup = (words: string, { size, weight, colour }: TextLook): string =>
  `<span size="${size}pt" weight="${weight}" foreground="${colour}">${escaped(words)}</span>`;

const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;" };

const escaped = (words: string): string => words.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? "");

/** Whether the first letter that has a direction runs from right to left. */
const startsRight = (words: string): boolean => /^[^\p{L}]*[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(words);

function background({ dots, lights }: HallDrawing, live: boolean): string {
  const seats = dots.map(
    ({ x, y, taken }) => `<circle cx="${x}" cy="${y}" r="4" fill="${taken ? COLOURS.taken : COLOURS.seat}"/>`,
  );
  const stage = lights.map((x) => `<circle cx="${x}" cy="14" r="5.5" fill="${COLOURS.light}"/>`);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">
<rect width="${WIDTH}" height="${HEIGHT}" fill="${COLOURS.paper}"/>
<rect width="${WIDTH}" height="12" fill="${live ? COLOURS.light : COLOURS.seat}"/>
<g transform="translate(${HALL.left} ${HALL.top}) scale(${HALL.scale})">${seats.join("")}${stage.join("")}</g>
</svg>`;
}
