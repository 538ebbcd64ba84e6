import { BEARD, CLOTHES, HAIR_STYLES, HAIRS, SCARF, SKINS, WALLS } from "./portrait-parts";

/** One part of a portrait, by the names that React gives the attributes of SVG. */
export type PortraitShape = { shape: "path" | "ellipse" } & Readonly<Record<string, string | number>>;

const path = (d: string, fill: string, more: Record<string, string | number> = {}): PortraitShape => ({
  shape: "path",
  d,
  fill,
  ...more,
});

/** The face of a seed on a square of 100, from the wall behind it to its glasses. */
export function portraitShapes(seed: number, hat: boolean): PortraitShape[] {
  const face = drawFace(seed);
  const { back, front } = face.style;
  const [rx, ry] = face.scarf ? [17.5, 21] : [20, 24];
  return [
    path("M0 0h100v100H0z", face.wall),
    ...(face.scarf ? [path(SCARF, face.clothes)] : back ? [path(back, face.hair)] : []),
    path("M13 104c2-27 19-32 37-32s35 5 37 32z", face.clothes),
    path("M42 60h16v15c0 8-16 8-16 0z", face.skin),
    path("M42 66c4 8 12 8 16 0v6c-4 5-12 5-16 0z", "#000", { opacity: 0.16 }),
    { shape: "ellipse", cx: 50, cy: 48, rx, ry, fill: face.skin },
    ...(face.beard ? [path(BEARD, face.hair)] : []),
    ...(!face.scarf && front ? [path(front, face.hair)] : []),
    ...(face.glasses ? [path(GLASSES, "none", { stroke: "#15171c", strokeWidth: 2.2 })] : []),
    ...(hat ? HAT_SHAPES : []),
  ];
}

const GLASSES = "M34 48h13v3a6.5 6.5 0 0 1-13 0zM53 48h13v3a6.5 6.5 0 0 1-13 0zM47 49h6";

export const HAT_SHAPES = [
  path("M34 27 52-6l16 31q-17-7-34 2z", "#f0a500"),
  path("m40 16 22-1M36 23q15-6 30-1", "none", { stroke: "#fffdf8", strokeWidth: 3 }),
];

function drawFace(seed: number) {
  const pick = <Part>(parts: readonly Part[], trait: number): Part => parts[hash(seed, trait) % parts.length] as Part;
  const scarf = hash(seed, 6) % 14 === 0;
  return {
    skin: pick(SKINS, 1),
    wall: pick(WALLS, 2),
    hair: pick(HAIRS, 3),
    style: pick(HAIR_STYLES, 4),
    clothes: pick(CLOTHES, 5),
    scarf,
    beard: !scarf && hash(seed, 7) % 6 === 0,
    glasses: hash(seed, 8) % 6 === 0,
  };
}

/** Whole numbers only, so that every engine draws the same face (Math.sin differs between them). */
function hash(seed: number, trait: number): number {
  let mixed = Math.imul(seed ^ Math.imul(trait, 0x9e3779b1), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
