import { classes } from "@/components/ui/classes";
import { PORTRAIT_SIZES, type PortraitSize, portraitAddress } from "@/lib/domain/portraits/portrait";

type ShowPictureProps = { show: { title: string; picture: string | null }; size?: PortraitSize; className: string };

/** How a show looks: its picture, or the first letter of its title. It has no accessible name; the title stands beside it. */
export function ShowPicture({ show: { title, picture }, size = "small", className }: ShowPictureProps) {
  const shape = classes("block shrink-0 overflow-hidden rounded-lg", className);
  if (picture) {
    return (
      <img
        src={portraitAddress(picture, size)}
        alt=""
        width={PORTRAIT_SIZES[size]}
        height={PORTRAIT_SIZES[size]}
        loading="lazy"
        decoding="async"
        className={classes(shape, "bg-line object-cover")}
      />
    );
  }
  return (
    <svg viewBox="0 0 100 100" aria-hidden="true" className={classes(shape, "bg-glow text-light-ink")}>
      <text x="50" y="66" textAnchor="middle" fontSize="48" fontWeight="700" fill="currentColor">
        {[...title.trim()][0] ?? ""}
      </text>
    </svg>
  );
}
