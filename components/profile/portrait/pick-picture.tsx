import ImageUp from "lucide-react/icons/image-up";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { classes } from "@/components/ui/classes";

/** Named one by one, so that phones hand over a JPEG where they keep a HEIC. */
const KINDS = "image/jpeg,image/png,image/webp,image/gif,image/avif";

/** Where a picture is chosen or dropped; what is pasted comes by itself. */
export function PickPicture({ onPick }: { onPick: (file: Blob | undefined) => void }) {
  const t = useTranslations("portrait");
  const [over, setOver] = useState(false);
  return (
    <label
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        onPick(event.dataTransfer.files[0]);
      }}
      className={classes(
        "flex min-h-44 cursor-pointer flex-col items-center justify-center gap-2 rounded-lg border-2 border-dashed px-5 py-8 text-center hover:border-ink has-focus-visible:outline-2 has-focus-visible:outline-ink",
        over ? "border-ink bg-glow" : "border-edge",
      )}
    >
      <ImageUp className="size-8 text-soft" aria-hidden="true" />
      <span className="font-semibold">{t("choose")}</span>
      <span className="max-w-xs text-sm text-soft">{t("chooseHint")}</span>
      <input type="file" accept={KINDS} onChange={({ target }) => onPick(target.files?.[0])} className="sr-only" />
    </label>
  );
}
