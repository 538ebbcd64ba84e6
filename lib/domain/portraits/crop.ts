/** Greatest number of bytes of a picture that is sent in. */
export const MAX_PICTURE_BYTES = 8 * 1024 * 1024;

/** Greatest number of its pixels: what the large cameras of phones take. Decoded it is 200 MB at most. */
export const MAX_PICTURE_PIXELS = 50_000_000;

/** The smallest part of the shorter side that a portrait may be cut from. */
export const MIN_CROP_SIZE = 0.05;

/** How far one key press moves the square, as a part of the square. */
const STEP = 0.04;

/** Width and height in pixels, as the picture is looked at. */
export type PictureSize = { width: number; height: number };

/** The square that a portrait is cut from. `x`, `y`: its upper left corner as a part of width and height; `size`: its side as a part of the shorter side. */
export type Crop = { x: number; y: number; size: number };

/** The largest square in the middle. */
export function wholeCrop({ width, height }: PictureSize): Crop {
  const side = Math.min(width, height);
  return { x: (1 - side / width) / 2, y: (1 - side / height) / 2, size: 1 };
}

/** The nearest square that lies in the picture. */
export function fitCrop({ x, y, size }: Crop, { width, height }: PictureSize): Crop {
  const fitting = within(size, MIN_CROP_SIZE, 1);
  const side = fitting * Math.min(width, height);
  return { x: within(x, 0, 1 - side / width), y: within(y, 0, 1 - side / height), size: fitting };
}

/** Moved by parts of its own side: 1 is a whole square further. */
export function moveCrop(crop: Crop, picture: PictureSize, by: { x: number; y: number }): Crop {
  const side = crop.size * Math.min(picture.width, picture.height);
  return fitCrop(
    { ...crop, x: crop.x + (by.x * side) / picture.width, y: crop.y + (by.y * side) / picture.height },
    picture,
  );
}

/** Another size around the same middle. */
export function resizeCrop(crop: Crop, picture: PictureSize, size: number): Crop {
  const shorter = Math.min(picture.width, picture.height);
  const grown = ((crop.size - within(size, MIN_CROP_SIZE, 1)) * shorter) / 2;
  return fitCrop({ x: crop.x + grown / picture.width, y: crop.y + grown / picture.height, size }, picture);
}

/** What a key does to the square; null for keys that do nothing. */
export function keyCrop(key: string, crop: Crop, picture: PictureSize): Crop | null {
  if (key === "ArrowLeft") return moveCrop(crop, picture, { x: -STEP, y: 0 });
  if (key === "ArrowRight") return moveCrop(crop, picture, { x: STEP, y: 0 });
  if (key === "ArrowUp") return moveCrop(crop, picture, { x: 0, y: -STEP });
  if (key === "ArrowDown") return moveCrop(crop, picture, { x: 0, y: STEP });
  if (key === "+") return resizeCrop(crop, picture, crop.size / (1 + STEP));
  if (key === "-") return resizeCrop(crop, picture, crop.size * (1 + STEP));
  return null;
}

const within = (value: number, least: number, most: number): number =>
  Math.min(Math.max(value, least), Math.max(least, most));
