import { BEARD, CLOTHES, HAIR_STYLES, HAIRS, SCARF, SKINS, WALLS } from "./portrait-parts";

type DrawnPortraitProps = {
  seed: number;
  className: string;
  hat: boolean;
};

/**
 * The drawn portrait that stands in until a picture is uploaded: the same face for the same seed, on server and in
 * browser.
 */
export function DrawnPortrait({ seed, className, hat }: DrawnPortraitProps) {
  const face = drawFace(seed);
  return (
    <svg viewBox="0 0 100 100" aria-hidden="true" className={className}>
      <path d="M0 0h100v100H0z" fill={face.wall} />
      {face.scarf && <path d={SCARF} fill={face.clothes} />}
      {!face.scarf && face.style.back && <path d={face.style.back} fill={face.hair} />}
      <path d="M13 104c2-27 19-32 37-32s35 5 37 32z" fill={face.clothes} />
      <path d="M42 60h16v15c0 8-16 8-16 0z" fill={face.skin} />
      <path d="M42 66c4 8 12 8 16 0v6c-4 5-12 5-16 0z" opacity=".16" />
      <ellipse cx="50" cy="48" rx={face.scarf ? 17.5 : 20} ry={face.scarf ? 21 : 24} fill={face.skin} />
      {face.beard && <path d={BEARD} fill={face.hair} />}
      {!face.scarf && face.style.front && <path d={face.style.front} fill={face.hair} />}
      {face.glasses && (
        <path
          d="M34 48h13v3a6.5 6.5 0 0 1-13 0zM53 48h13v3a6.5 6.5 0 0 1-13 0zM47 49h6"
          fill="none"
          stroke="#15171c"
          strokeWidth="2.2"
        />
      )}
      {hat && <PartyHat />}
    </svg>
  );
}

/** In the square of 100 of a portrait, drawn or not. */
export const PartyHat = () => (
  <>
    <path d="M34 27 52-6l16 31q-17-7-34 2z" fill="#f0a500" />
    <path d="m40 16 22-1M36 23q15-6 30-1" fill="none" stroke="#fffdf8" strokeWidth="3" />
  </>
);

function drawFace(seed: number) {
  const pick = <Part,>(parts: readonly Part[], trait: number): Part => parts[hash(seed, trait) % parts.length] as Part;
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
