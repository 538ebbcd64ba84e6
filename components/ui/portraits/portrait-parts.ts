/** What drawn portraits are put together from; a face is chosen from these lists by its seed. */
export const SKINS = ["#e9bfa0", "#c98f68", "#8d5a3b", "#f1d3bd", "#6b4430", "#d9a77f", "#4f3122", "#b57a52"];

export const WALLS = [
  "#27485c",
  "#7c3f2a",
  "#4a5b3c",
  "#8a7a4d",
  "#3b3a57",
  "#935b63",
  "#2f6059",
  "#a8763e",
  "#5a4a3f",
  "#47617c",
];

export const HAIRS = ["#1d1a19", "#4a2f1d", "#8b5a2b", "#c7a56a", "#2b2f3a", "#7a7a78", "#b9b4aa", "#7d2f1c"];

export const CLOTHES = ["#1d1a19", "#2b2f3a", "#e8dcc4", "#b5482f", "#44617a", "#d8a13a", "#5d7452", "#6a4a6b"];

/** Hair in front of the head (a path) and behind it. Drawn on a square of 100, the head an ellipse around (50, 48). */
export const HAIR_STYLES: readonly { back?: string; front?: string }[] = [
  { front: "M28 48c-4-32 48-32 44 0-2-9-4-13-9-16-8 4-18 4-26 0-5 3-7 7-9 16z" },
  { back: "M40 20a10 10 0 1 0 20 0a10 10 0 1 0-20 0z", front: "M27 47c0-33 46-33 46 0-8-13-38-13-46 0z" },
  { back: "M25 72c-9-64 59-64 50 0-6 7-44 7-50 0z", front: "M29 46c2-31 40-31 42 0-9-10-31-12-42 0z" },
  { back: "M22 96c-4-92 60-92 56 0z", front: "M29 49c-1-35 43-35 42 0-5-7-9-14-19-16-9 2-18 8-23 16z" },
  { back: "M20 42a30 29 0 1 0 60 0a30 29 0 1 0-60 0z", front: "M29 45c3-31 39-31 42 0-12-9-30-9-42 0z" },
  { front: "M28 45c0-30 44-30 44 0-10-10-34-10-44 0z" },
  {},
  { front: "M27 50c-3-34 49-36 46-4-3-8-10-12-16-15-8 8-22 8-30 19z" },
  {
    back: "M23 60c-4-12-2-20 4-26 0-12 14-18 23-14 10-4 24 3 23 14 6 6 8 14 4 26-6 6-48 6-54 0z",
    front: "M28 48c0-10 4-18 10-20 6-8 18-8 24 0 6 2 10 10 10 20-9-12-35-12-44 0z",
  },
];

/** Covers hair, ears and neck; the face shows through its opening. */
export const SCARF = "M22 100c-8-116 64-116 56 0z";

export const BEARD = "M30 51c0 28 40 28 40 0-4 5-3 13-11 13-6-3-12-3-18 0-8 0-7-8-11-13z";
