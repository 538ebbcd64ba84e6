import { type Crop, type PictureSize, wholeCrop } from "@/lib/domain/portraits/crop";

/** A picture that this browser can show. `url` is to be given back by `closePicture`. */
export type OpenPicture = PictureSize & { file: Blob; url: string };

/** Beyond this much only the square is sent: over a slow network the whole would not arrive in time. */
const SENT_WHOLE_BYTES = 3 * 1024 * 1024;

/** Of the square that is sent then; twice what is kept of it. */
const SQUARE_SIDE = 1024;

/** Null where it is nothing that the browser can show. */
export async function openPicture(file: Blob): Promise<OpenPicture | null> {
  const url = URL.createObjectURL(file);
  try {
    const { naturalWidth: width, naturalHeight: height } = await imageOf(url);
    if (width > 0 && height > 0) return { file, url, width, height };
  } catch {
    // Said by the answer.
  }
  URL.revokeObjectURL(url);
  return null;
}

export const closePicture = ({ url }: OpenPicture): void => URL.revokeObjectURL(url);

/** What is sent of a picture: the file as it is, and where it is to be cut; of a large one the square alone. */
export async function toSend(picture: OpenPicture, crop: Crop): Promise<{ file: Blob; crop: Crop }> {
  if (picture.file.size <= SENT_WHOLE_BYTES) return { file: picture.file, crop };
  const square = await cutSquare(picture, crop);
  return square ? { file: square, crop: wholeCrop({ width: 1, height: 1 }) } : { file: picture.file, crop };
}

async function cutSquare({ url, width, height }: OpenPicture, crop: Crop): Promise<Blob | null> {
  const canvas = document.createElement("canvas");
  canvas.width = SQUARE_SIDE;
  canvas.height = SQUARE_SIDE;
  const pen = canvas.getContext("2d");
  if (!pen) return null;
  const side = crop.size * Math.min(width, height);
  pen.fillStyle = "#ffffff";
  pen.fillRect(0, 0, SQUARE_SIDE, SQUARE_SIDE);
  pen.imageSmoothingQuality = "high";
  pen.drawImage(await imageOf(url), crop.x * width, crop.y * height, side, side, 0, 0, SQUARE_SIDE, SQUARE_SIDE);
  return new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", 0.92));
}

async function imageOf(url: string): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = url;
  await image.decode();
  return image;
}
