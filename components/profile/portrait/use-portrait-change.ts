import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useState } from "react";
import { useRefusalText } from "@/components/frame/use-refusal-text";
import { toast } from "@/components/ui/toast";
import { type ApiAnswer, call } from "@/lib/client/call";
import { closePicture, type OpenPicture, openPicture, toSend } from "@/lib/client/people/open-picture";
import { sendPortrait } from "@/lib/client/people/send-portrait";
import { type Crop, wholeCrop } from "@/lib/domain/portraits/crop";

export type PortraitChange = ReturnType<typeof usePortraitChange>;

/** From the chosen file to the portrait that everyone sees. `onDone`: it is set or taken away. */
export function usePortraitChange(onDone: () => void) {
  const t = useTranslations("portrait");
  const router = useRouter();
  const refusalText = useRefusalText();
  const [picture, setPicture] = useState<OpenPicture | null>(null);
  const [crop, setCrop] = useState<Crop | null>(null);
  const [sent, setSent] = useState<number | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState("");
  useEffect(() => {
    if (picture) return () => closePicture(picture);
  }, [picture]);

  const pick = async (file: Blob | undefined): Promise<void> => {
    if (!file || busy) return;
    const opened = await openPicture(file);
    setError(opened ? "" : refusalText({ ok: false, code: "not_a_picture", facts: {} }));
    if (!opened) return;
    setPicture(opened);
    setCrop(wholeCrop(opened));
  };
  const pasted = useEffectEvent((event: ClipboardEvent) => void pick(event.clipboardData?.files[0]));
  useEffect(() => {
    const paste = (event: ClipboardEvent): void => pasted(event);
    addEventListener("paste", paste);
    return () => removeEventListener("paste", paste);
  }, []);

  const finish = (answer: ApiAnswer<unknown>, said: string): void => {
    setBusy(false);
    setSent(null);
    if (!answer.ok) {
      setError(refusalText(answer));
      return;
    }
    toast(said);
    onDone();
    router.refresh();
  };
  const send = async (): Promise<void> => {
    if (!picture || !crop) return;
    setBusy(true);
    setError("");
    setSent(0);
    const { file, crop: square } = await toSend(picture, crop);
    finish(await sendPortrait(file, square, setSent), t("saved"));
  };
  const remove = async (): Promise<void> => {
    setBusy(true);
    finish(await call("DELETE /api/me/portrait"), t("removed"));
  };
  const drop = (): void => {
    setPicture(null);
    setError("");
  };
  return { picture, crop, sent, busy, error, pick, cut: setCrop, send, remove, drop };
}
