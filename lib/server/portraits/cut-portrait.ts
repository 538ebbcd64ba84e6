import type { Sharp } from "sharp";
import { type Crop, fitCrop, MAX_PICTURE_PIXELS, type PictureSize, wholeCrop } from "@/lib/domain/portraits/crop";
import { pictureKind } from "@/lib/domain/portraits/picture-kind";
import { PORTRAIT_SIZES, type PortraitSize } from "@/lib/domain/portraits/portrait";
import { granted, type Ruling, refused } from "@/lib/domain/ruling";

/** A decoder that takes longer is led around by its picture. */
const PATIENCE_SECONDS = 10;

/** Behind what is transparent: night or day, a portrait looks the same. */
const BEHIND = "#ffffff";

type Portraits = Record<PortraitSize, Buffer>;

/**
 * Cuts a square portrait from whatever somebody sent in, in both sizes. What comes out is drawn anew from the pixels alone, the
 * right way up, the first frame of what moves: no metadata and no byte of the original is in it.
 * Refused `not_a_picture` for all that is no sound JPEG, PNG, WebP, GIF or AVIF, `too_many_pixels` above MAX_PICTURE_PIXELS.
 */
export async function cutPortrait(
  bytes: Buffer,
  wished: Partial<Crop>,
): Promise<Ruling<Portraits, "not_a_picture" | "too_many_pixels">> {
  const kind = pictureKind(bytes);
  if (kind === null) return refused("not_a_picture");
  const { default: sharp } = await import("sharp");
  sharp.concurrency(1);
  // The header says how large it is before a single pixel is decoded.
  const { format, width, height, autoOrient } = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => NOT_READ);
  if (format !== kind) return refused("not_a_picture");
  if (width * height > MAX_PICTURE_PIXELS) return refused("too_many_pixels", { megapixels: MAX_PICTURE_PIXELS / 1e6 });
  const whole = sharp(bytes, { limitInputPixels: MAX_PICTURE_PIXELS, failOn: "error", pages: 1 });
  const square = await whole
    .timeout({ seconds: PATIENCE_SECONDS })
    .autoOrient()
    .extract(squareOf(autoOrient, wished))
    .resize(PORTRAIT_SIZES.large, PORTRAIT_SIZES.large, { fit: "fill" })
    .flatten({ background: BEHIND })
    .toColourspace("srgb")
    .png({ compressionLevel: 1 })
    .toBuffer()
    .catch(() => null);
  if (!square) return refused("not_a_picture");
  return granted({
    large: await asWebp(sharp(square)),
    small: await asWebp(sharp(square).resize(PORTRAIT_SIZES.small)),
  });
}

const NOT_READ = { format: null, width: 0, height: 0, autoOrient: { width: 0, height: 0 } };

const asWebp = (picture: Sharp): Promise<Buffer> => picture.webp({ quality: 82, effort: 4 }).toBuffer();

/** In whole pixels of the picture as it is looked at. */
function squareOf(picture: PictureSize, wished: Partial<Crop>) {
  const shorter = Math.min(picture.width, picture.height);
  const size = wished.size ?? 1;
  const middle = fitCrop({ ...wholeCrop(picture), size }, picture);
  const { x, y, size: fitting } = fitCrop({ ...middle, ...wished, size }, picture);
  const side = Math.max(1, Math.round(fitting * shorter));
  const left = Math.min(Math.round(x * picture.width), picture.width - side);
  const top = Math.min(Math.round(y * picture.height), picture.height - side);
  return { left, top, width: side, height: side };
}
