import type { CardFacts } from "./card-facts";
import { type Box, COLOURS, drawPicture, HEIGHT, WIDTH } from "./draw-picture";

const COLUMN = { left: 72, width: 650 };
const HALL = { left: 742, top: 196, scale: 1.2 };

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

/** Draws the picture that stands beside the link of a room or a club: see `drawPicture`. */
export const drawCard = (
  facts: Pick<CardFacts, "title" | "status">,
  hall: HallDrawing,
  words: CardWords,
): Promise<Buffer> =>
  drawPicture(background(hall, facts.status === "live"), COLUMN, [
    [words.status, BOXES.status],
    [facts.title ?? "Plenum", BOXES.title],
    [words.stage, BOXES.stage],
    [words.address, BOXES.address],
  ]);

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
