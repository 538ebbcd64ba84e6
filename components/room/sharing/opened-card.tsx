import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { isAboutMicrophone, textOf } from "@/components/room/session/session-banner";
import { useNotice } from "@/components/room/session/use-notice";
import { useSession } from "@/components/room/session/use-session";
import { LevelMeter } from "@/components/room/sound/level-meter";
import { useStageActs } from "@/components/room/stage/use-stage-acts";
import { Button } from "@/components/ui/button";
import { roomSession } from "@/lib/client/room/room-session";
import { tellRoom } from "@/lib/client/room/tell-room";
import { ShareButton } from "./share-button";

/**
 * The first moment of a room, for the person who opened it: whether they are heard, or how they come to be, and a way to bring
 * people in. It stands on the dock, so that nothing of the room moves for it.
 */
export function OpenedCard() {
  const t = useTranslations("sharing.opened");
  const notices = useTranslations("room.notices");
  const { microphone } = useSession();
  const { switchMicrophone } = useStageActs();
  const notice = useNotice();
  const isHeard = microphone === "on";
  const device = useOwnDevice(isHeard);
  const trouble = notice && isAboutMicrophone(notice) ? notice : null;
  // The browser's own question stands first; the card comes once, as high as the answer makes it.
  if (microphone === "asking") return null;
  return (
    <section
      aria-label={t("title")}
      data-testid="opened"
      className="mx-auto flex max-w-lg flex-wrap items-center gap-x-4 gap-y-2 rounded-xl border border-light bg-glow px-4 py-2.5 leading-snug tall:py-3"
    >
      <div className="min-w-48 flex-1">
        <p className="font-semibold max-sm:text-sm">{t("title")}</p>
        <p className="text-sm">{t(isHeard ? "heard" : "silent")}</p>
        {trouble && <p className="text-sm">{notices(textOf(trouble.kind))}</p>}
      </div>
      <div className="flex flex-wrap items-center gap-2">
        {trouble?.act === "microphone" && <Button onClick={switchMicrophone}>{notices("tryMicrophone")}</Button>}
        <ShareButton look="act" />
        <Button onClick={() => tellRoom({ type: "welcomed" })}>{t("understood")}</Button>
      </div>
      {isHeard && (
        <div className="hidden min-h-10 w-full max-w-72 tall:block">{device && <LevelMeter device={device} />}</div>
      )}
    </section>
  );
}

/** What one's own microphone hears, while it is on. */
function useOwnDevice(isOn: boolean): MediaStreamTrack | null {
  const [device, setDevice] = useState<MediaStreamTrack | null>(null);
  useEffect(() => {
    if (!isOn) return;
    let gone = false;
    let opened: MediaStreamTrack | null = null;
    void roomSession()
      .microphone.listenIn()
      .then((track) => {
        opened = track;
        if (gone) track?.stop();
        else setDevice(track);
      });
    return () => {
      gone = true;
      opened?.stop();
      setDevice(null);
    };
  }, [isOn]);
  return device;
}
