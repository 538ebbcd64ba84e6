import { type Box, COLOURS, drawPicture, HEIGHT, WIDTH } from "./draw-picture";
import type { PersonFacts } from "./person-facts";

const COLUMN = { left: 500, width: 628 };
const WHOLE = { left: 72, width: 1056 };
const PORTRAIT = { left: 72, top: 135, size: 360, corner: 126 };

const BOXES = {
  name: { sizes: [68, 58, 48, 40, 32], weight: 700, colour: COLOURS.ink, top: 128, height: 164 },
  handle: { sizes: [34, 26, 20], weight: 400, colour: COLOURS.soft, gap: 16, height: 44 },
  bio: { sizes: [30, 26, 22], weight: 400, colour: COLOURS.ink, gap: 30, height: 80 },
  followers: { sizes: [28], weight: 700, colour: COLOURS.ink, gap: 30, height: 40 },
  address: { sizes: [26, 20], weight: 400, colour: COLOURS.soft, top: 552, height: 40 },
} satisfies Record<string, Box>;

/** The words on a picture besides what the person wrote. */
export type PersonWords = { followers: string; address: string };

/** `portrait`: what is drawn on a square of 100, as the inside of an SVG; empty for nobody. */
export const drawPerson = (facts: PersonFacts, portrait: string, words: PersonWords): Promise<Buffer> =>
  drawPicture(background(portrait), facts.handle === null ? WHOLE : COLUMN, [
    [facts.name ?? (facts.handle === null ? "Plenum" : `@${facts.handle}`), BOXES.name],
    [facts.name === null || facts.handle === null ? "" : `@${facts.handle}`, BOXES.handle],
    [facts.bio, BOXES.bio],
    [words.followers, BOXES.followers],
    [words.address, BOXES.address],
  ]);

function background(portrait: string): string {
  const { left, top, size, corner } = PORTRAIT;
  const face = `<g transform="translate(${left} ${top}) scale(${size / 100})"><g clip-path="url(#face)">${portrait}</g></g>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">
<defs><clipPath id="face"><rect width="100" height="100" rx="${(corner * 100) / size}"/></clipPath></defs>
<rect width="${WIDTH}" height="${HEIGHT}" fill="${COLOURS.paper}"/>
<rect width="${WIDTH}" height="12" fill="${portrait === "" ? COLOURS.seat : COLOURS.light}"/>
${portrait === "" ? "" : face}
</svg>`;
}
