import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRoomScene } from "@/components/room/room-context";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Dialog } from "@/components/ui/layers/dialog";
import { useSaid } from "@/components/ui/name";
import { Portrait } from "@/components/ui/portraits/portrait";
import { Textarea } from "@/components/ui/textarea";
import { MAX_FAREWELL_LENGTH } from "@/lib/domain/rooms/ending";
import { useLeavingActs } from "./use-leaving-acts";

type QuestionProps = { open: boolean; onClose: () => void };

/** Asked before a room ends for everyone: it cannot be undone. Whoever ends it may say a last line to all. */
export function EndRoomDialog({ open, onClose }: QuestionProps) {
  const t = useTranslations("room");
  return (
    <Dialog open={open} onClose={onClose} title={t("end.title")} closeLabel={t("close")}>
      <p className="text-soft">{t("end.text")}</p>
      <EndForm onClose={onClose} />
    </Dialog>
  );
}

function EndForm({ onClose }: Omit<QuestionProps, "open">) {
  const { endRoom } = useLeavingActs();
  const t = useTranslations("room");
  const [farewell, setFarewell] = useState("");
  const end = (): void => {
    onClose();
    void endRoom(farewell);
  };
  return (
    <>
      <Field id="end-line" label={t("moderation.endLine")} hint={t("moderation.endLineHint")}>
        <Textarea
          id="end-line"
          value={farewell}
          characters={MAX_FAREWELL_LENGTH}
          onChange={(event) => setFarewell(event.target.value)}
        />
      </Field>
      <div className="flex flex-wrap gap-3">
        <Button look="end" onClick={end} className="flex-1">
          {t("end.confirm")}
        </Button>
        <Button onClick={onClose} className="flex-1">
          {t("end.stay")}
        </Button>
      </div>
    </>
  );
}

/** Whoever leads the room alone is asked: to whom it goes, or whether it ends. */
export function LeaveInChargeDialog({ open, onClose }: QuestionProps) {
  const scene = useRoomScene();
  const acts = useLeavingActs();
  const t = useTranslations("room");
  const said = useSaid();
  const choose = (run: () => unknown) => (): void => {
    onClose();
    void run();
  };
  const heirs = scene.stage.filter(({ id, isMe, role }) => !isMe && scene.may("makeModerator", { personId: id, role }));
  return (
    <Dialog open={open} onClose={onClose} title={t("leaving.title")} closeLabel={t("close")}>
      <p className="text-soft">{t("moderation.leavingText")}</p>
      <div className="flex flex-col gap-3">
        {heirs.map((person) => (
          <Button key={person.id} onClick={choose(() => acts.leaveTo(person, scene.may("handOver")))}>
            <Portrait person={person} className="size-7" />
            <span className="written min-w-0">{t("moderation.leaveTo", { name: said(person) })}</span>
          </Button>
        ))}
        {heirs.length === 0 && <p className="text-sm text-soft">{t("moderation.nobodyToLeadIt")}</p>}
        <Button onClick={choose(acts.leave)}>{t("leaving.leave")}</Button>
        {scene.may("endRoom") && (
          <Button look="end" onClick={choose(() => acts.endRoom(""))}>
            {t("end.confirm")}
          </Button>
        )}
      </div>
    </Dialog>
  );
}
