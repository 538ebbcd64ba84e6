import { classes } from "@/components/ui/classes";
import type { OpenPicture } from "@/lib/client/people/open-picture";
import type { Crop } from "@/lib/domain/portraits/crop";

type CroppedPictureProps = { picture: OpenPicture; crop: Crop; className: string };

/** The square of a picture, as it will be seen. Laid out from the left in every language, as pictures are. */
export function CroppedPicture({ picture, crop, className }: CroppedPictureProps) {
  const side = crop.size * Math.min(picture.width, picture.height);
  const moved = `translate(${-crop.x * 100}%, ${-crop.y * 100}%)`;
  return (
    <span dir="ltr" className={classes("relative block aspect-square shrink-0 overflow-hidden bg-line", className)}>
      <img
        src={picture.url}
        alt=""
        draggable={false}
        style={{ width: `${(picture.width / side) * 100}%`, transform: moved }}
        className="pointer-events-none absolute top-0 start-0 max-w-none select-none"
      />
    </span>
  );
}
