import { useTranslations } from "next-intl";
import { useId } from "react";
import type { OpenPicture } from "@/lib/client/people/open-picture";
import { type Crop, MIN_CROP_SIZE, resizeCrop } from "@/lib/domain/portraits/crop";
import { CroppedPicture } from "./cropped-picture";
import { useCropGestures } from "./use-crop-gestures";

type CropBoxProps = { picture: OpenPicture; crop: Crop; onCrop: (crop: Crop) => void };

/** Finds the square: dragged, pinched, wheeled, by the arrow keys, + and −, and by a slider. */
export function CropBox({ picture, crop, onCrop }: CropBoxProps) {
  const t = useTranslations("portrait");
  const hint = useId();
  const gestures = useCropGestures({ picture, crop, onCrop });
  const side = crop.size * Math.min(picture.width, picture.height);
  const across = partOf(crop.x, 1 - side / picture.width);
  const down = partOf(crop.y, 1 - side / picture.height);
  return (
    <div className="flex w-full max-w-72 flex-col gap-2">
      <div
        {...gestures}
        role="slider"
        tabIndex={0}
        aria-label={t("part")}
        aria-describedby={hint}
        aria-valuenow={across}
        aria-valuetext={t("partIs", { across, down })}
        data-testid="crop"
        className="cursor-grab touch-none rounded-face active:cursor-grabbing"
      >
        <CroppedPicture picture={picture} crop={crop} className="w-full rounded-face" />
      </div>
      <label className="flex items-center gap-3 text-sm font-semibold">
        {t("zoom")}
        <input
          type="range"
          min={0}
          max={100}
          value={zoomOf(crop.size)}
          onChange={({ target }) => onCrop(resizeCrop(crop, picture, sizeOf(target.valueAsNumber)))}
          className="h-11 min-w-0 flex-1 accent-ink"
        />
      </label>
      <p id={hint} className="text-sm text-soft">
        {t("hint")}
      </p>
    </div>
  );
}

/** In per cent of how far it can go; in the middle where it cannot. */
const partOf = (at: number, most: number): number => (most > 0.001 ? Math.round((at / most) * 100) : 50);

/** Each step of the slider enlarges by the same factor. */
const zoomOf = (size: number): number => Math.round((Math.log(size) / Math.log(MIN_CROP_SIZE)) * 100);
const sizeOf = (zoom: number): number => MIN_CROP_SIZE ** (zoom / 100);
