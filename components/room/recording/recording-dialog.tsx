import { useTranslations } from "next-intl";
import { useState } from "react";
import { useAttempt } from "@/components/frame/use-attempt";
import { useRoomScene } from "@/components/room/room-context";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/layers/dialog";
import { roomActs } from "@/lib/client/room/room-acts";

/** Asks somebody on the stage whether they may be recorded; also later, to change it. */
export function RecordingDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { mine, view } = useRoomScene();
  const t = useTranslations("recording.question");
  const attempt = useAttempt();
  const [busy, setBusy] = useState(false);
  const said = mine?.agreesToRecording ?? null;
  const answer = async (agrees: boolean): Promise<void> => {
    setBusy(true);
    const done = await attempt(roomActs.answerRecording(agrees));
    setBusy(false);
    if (done) onClose();
  };
  return (
    <Dialog open={open && view.room.recording !== null} onClose={onClose} title={t("title")} closeLabel={t("later")}>
      <p className="text-soft">{t("text")}</p>
      <p className="text-soft">{t(said === null ? "shut" : said ? "agreed" : "declined")}</p>
      <div className="flex flex-wrap gap-3">
        <Button look="act" busy={busy} disabled={said === true} onClick={() => void answer(true)} className="flex-1">
          {t("agree")}
        </Button>
        <Button disabled={busy || said === false} onClick={() => void answer(false)} className="flex-1">
          {t(said === true ? "withdraw" : "decline")}
        </Button>
      </div>
    </Dialog>
  );
}
