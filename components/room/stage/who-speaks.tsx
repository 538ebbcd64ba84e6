import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useRoomScene } from "@/components/room/room-context";
import { useNamesInARow } from "@/components/ui/names-in-a-row";
import { voiceLevels } from "@/lib/client/sound/voice-levels";

/** A screen reader hears of speakers at most this often, so that it leaves room for the speakers themselves. */
const SAY_EVERY_MS = 5_000;

/** Tells screen readers who speaks. */
export function WhoSpeaks() {
  const { heardStage, stage } = useRoomScene();
  const t = useTranslations("room");
  const inARow = useNamesInARow();
  const speaking = useSpeakers();
  const names = [...(heardStage ?? []), ...stage].filter(({ id }) => speaking.includes(id)).map(({ name }) => name);
  return (
    <p aria-live="polite" className="sr-only" data-testid="who-speaks">
      {names.length > 0 && t("speaking", { count: names.length, names: inARow(names) })}
    </p>
  );
}

function useSpeakers(): readonly string[] {
  const [speaking, setSpeaking] = useState<readonly string[]>([]);
  useEffect(() => {
    const timer = setInterval(() => {
      const now = voiceLevels.speaking();
      if (now.length > 0) setSpeaking(now);
    }, SAY_EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  return speaking;
}
