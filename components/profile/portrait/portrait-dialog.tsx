import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/layers/dialog";
import { Portrait } from "@/components/ui/portraits/portrait";
import type { PersonFace } from "@/lib/wire/people/views";
import { CropBox } from "./crop-box";
import { CroppedPicture } from "./cropped-picture";
import { PickPicture } from "./pick-picture";
import { type PortraitChange, usePortraitChange } from "./use-portrait-change";

/** Another portrait: a picture is chosen, dropped or pasted, its square is found, and it is sent. */
export function PortraitDialog({ person, onClose }: { person: PersonFace; onClose: () => void }) {
  const t = useTranslations("portrait");
  const common = useTranslations("common");
  const change = usePortraitChange(onClose);
  return (
    <Dialog open onClose={onClose} title={t("title")} closeLabel={common("close")}>
      {change.picture ? <Cut change={change} /> : <Choose person={person} change={change} />}
      <p role="alert" className="rounded-md bg-stop-wash px-4 py-3 text-stop empty:hidden">
        {change.error}
      </p>
    </Dialog>
  );
}

function Choose({ person, change }: { person: PersonFace; change: PortraitChange }) {
  const t = useTranslations("portrait");
  return (
    <>
      <PickPicture onPick={change.pick} />
      {person.portrait && (
        <div className="flex flex-wrap items-center gap-4 border-t border-line pt-5">
          <Portrait person={person} className="size-14" />
          <Button look="end" busy={change.busy} onClick={change.remove}>
            {t("remove")}
          </Button>
        </div>
      )}
    </>
  );
}

function Cut({ change }: { change: PortraitChange }) {
  const t = useTranslations("portrait");
  const { picture, crop, sent, busy } = change;
  if (!picture || !crop) return null;
  return (
    <>
      <div className="flex flex-wrap items-end gap-5">
        <CropBox picture={picture} crop={crop} onCrop={change.cut} />
        <div className="flex items-end gap-3" aria-hidden="true">
          <CroppedPicture picture={picture} crop={crop} className="size-16 rounded-face" />
          <CroppedPicture picture={picture} crop={crop} className="size-9 rounded-face" />
        </div>
      </div>
      {sent !== null && (
        <progress value={sent} max={1} aria-label={t("sending")} className="h-1.5 w-full accent-light" />
      )}
      <div className="flex flex-wrap gap-3">
        <Button look="act" busy={busy} onClick={change.send}>
          {busy ? t("sending") : t("save")}
        </Button>
        <Button disabled={busy} onClick={change.drop}>
          {t("another")}
        </Button>
      </div>
    </>
  );
}
