import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRoomScene } from "@/components/room/room-context";
import { Stage } from "@/components/room/stage/stage";
import { Button } from "@/components/ui/button";
import { isLeader } from "@/lib/domain/roles";
import { useOwnHallActs } from "./use-own-hall-acts";

/**
 * The hall's own stage, which only the hall hears; without anybody who leads it, the way to do that oneself. Nothing in a room
 * whose stage is its own.
 */
export function OwnTalk() {
  const scene = useRoomScene();
  const t = useTranslations("room.family");
  if (!scene.heardStage) return null;
  const led = scene.stage.some(({ role }) => isLeader(role));
  return (
    <section
      aria-labelledby="own-talk"
      data-testid="own-talk"
      data-led={led}
      className="mt-8 border-t border-line pt-5"
    >
      <h2 id="own-talk" className="text-sm font-semibold text-soft">
        {t("ownTalk")}
      </h2>
      {scene.stage.length > 0 && <Stage people={scene.stage} label={t("ownTalk")} />}
      {led && scene.stage.length === 1 && <p className="mt-4 text-center text-sm text-soft">{t("ownTalkHint")}</p>}
      {!led && <Unled mayLead={scene.isMember} />}
    </section>
  );
}

function Unled({ mayLead }: { mayLead: boolean }) {
  const { leadHall } = useOwnHallActs();
  const t = useTranslations("room.family");
  const [busy, setBusy] = useState(false);
  const lead = async (): Promise<void> => {
    setBusy(true);
    await leadHall();
    setBusy(false);
  };
  return (
    <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-2">
      <p className="min-w-48 flex-1 text-soft">{t(mayLead ? "unled" : "unledGuest")}</p>
      {mayLead && (
        <Button size="small" busy={busy} onClick={() => void lead()}>
          {t("lead")}
        </Button>
      )}
    </div>
  );
}
