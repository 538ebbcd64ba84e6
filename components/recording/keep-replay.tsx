import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useAttempt } from "@/components/frame/use-attempt";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/layers/dialog";
import { recordingApi } from "@/lib/client/recording/recording-api";
import type { RecordingView } from "@/lib/wire/recording/views";

/** Who made a recording lets others take it along, and deletes it. */
export function KeepReplay({ roomId, recording }: { roomId: string; recording: RecordingView }) {
  const t = useTranslations("recording.keep");
  const common = useTranslations("common");
  const { refresh } = useRouter();
  const attempt = useAttempt();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const params = { roomId, recordingId: recording.id };
  const letDownload = (downloadable: boolean) =>
    attempt(recordingApi.changeRecording(params, { downloadable }), refresh);
  const remove = async (): Promise<void> => {
    setBusy(true);
    await attempt(recordingApi.deleteRecording(params), () => {
      setAsking(false);
      refresh();
    });
    setBusy(false);
  };
  return (
    <div className="mt-2 flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
      <Checkbox name="downloadable" checked={recording.downloadable} onSwitch={(on) => void letDownload(on)}>
        {t("download")}
      </Checkbox>
      <Button look="end" size="small" onClick={() => setAsking(true)}>
        {t("delete")}
      </Button>
      <Dialog open={asking} onClose={() => setAsking(false)} title={t("sure")} closeLabel={common("close")}>
        <p className="text-soft">{t("gone")}</p>
        <div className="flex flex-wrap gap-3">
          <Button look="end" busy={busy} onClick={() => void remove()} className="flex-1">
            {t("delete")}
          </Button>
          <Button onClick={() => setAsking(false)} className="flex-1">
            {common("cancel")}
          </Button>
        </div>
      </Dialog>
    </div>
  );
}
