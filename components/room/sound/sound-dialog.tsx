import { useTranslations } from "next-intl";
import { useRoomScene } from "@/components/room/room-context";
import { Dialog } from "@/components/ui/layers/dialog";
import { Loudspeaker } from "./loudspeaker";
import { Speaking } from "./speaking";

type SoundDialogProps = { open: boolean; onClose: () => void };

/** Devices, a test, and how one speaks; kept in this browser. Guests are never on a stage. */
export function SoundDialog({ open, onClose }: SoundDialogProps) {
  const { isMember } = useRoomScene();
  const t = useTranslations("sound");
  return (
    <Dialog open={open} onClose={onClose} title={t("title")} closeLabel={t("close")}>
      {isMember ? <Speaking /> : <Loudspeaker />}
    </Dialog>
  );
}
