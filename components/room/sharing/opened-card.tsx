import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Banner } from "@/components/room/banner";
import { useSession } from "@/components/room/session/use-session";
import { LevelMeter } from "@/components/room/sound/level-meter";
import { Button } from "@/components/ui/button";
import { roomSession } from "@/lib/client/room/room-session";
import { roomStore } from "@/lib/client/room/room-store";
import { ShareButton } from "./share-button";

/** The first moment of a room, for whoever opened it: whether they are heard, and a way to bring people in. */
export default function OpenedCard() {
  const t = useTranslations("sharing.opened");
  const { microphone } = useSession();
  const isHeard = microphone === "on";
  const device = useOwnDevice(isHeard);
  return (
    <Banner look="act" title={t("title")} text={t(isHeard ? "heard" : "silent")}>
      {device && (
        <div className="w-full max-w-72">
          <LevelMeter device={device} />
        </div>
      )}
      <ShareButton look="act" />
      <Button onClick={() => roomStore.tell({ type: "welcomed" })}>{t("understood")}</Button>
    </Banner>
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
