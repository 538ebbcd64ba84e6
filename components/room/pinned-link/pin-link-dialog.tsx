import { useTranslations } from "next-intl";
import { useRoomScene } from "@/components/room/room-context";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Dialog } from "@/components/ui/layers/dialog";
import { usePinLink } from "./use-pin-link";

/** For host and moderators: the link that everyone sees, and its end. */
export function PinLinkDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { room } = useRoomScene().view;
  const t = useTranslations("pinnedLink");
  const common = useTranslations("common");
  const { busy, error, pin, unpin } = usePinLink(room.id, onClose);
  return (
    <Dialog open={open} onClose={onClose} title={t(room.pinned ? "change" : "act")} closeLabel={common("close")}>
      <form onSubmit={pin} className="flex flex-col gap-5">
        <Field id="pinned-url" label={t("url")} hint={t("hint")} error={error}>
          <Input
            id="pinned-url"
            name="url"
            type="url"
            required
            placeholder="https://"
            defaultValue={room.pinned?.url}
            invalid={error !== ""}
          />
        </Field>
        <div className="flex flex-wrap justify-end gap-3">
          {room.pinned && (
            <Button look="end" onClick={unpin} disabled={busy}>
              {t("unpin")}
            </Button>
          )}
          <Button type="submit" look="act" busy={busy}>
            {t("pin")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
