import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRoomScene } from "@/components/room/room-context";
import { Stage } from "@/components/room/stage/stage";
import { Button } from "@/components/ui/button";
import { isLeader } from "@/lib/domain/roles";
import { useOwnHallActs } from "./use-own-hall-acts";

/**
 * The hall's own stage, which only the hall hears; without anybody who leads it, the way to do that oneself. Its place is as high as
 * one row of chairs, whoever comes up or goes. Nothing in a room whose stage is its own.
 */
export function OwnTalk() {
  const scene = useRoomScene();
  const t = useTranslations("room.family");
  if (!scene.heardStage) return null;
  const led = scene.stage.some(({ role }) => isLeader(role));
  const isEmpty = scene.stage.length === 0;
  return (
    <section
      aria-labelledby="own-talk"
      data-testid="own-talk"
      data-led={led}
      className="mt-8 border-t border-line pt-3"
    >
      <div className="flex min-h-11 flex-wrap items-center justify-between gap-x-4">
        <h2 id="own-talk" className="text-sm font-semibold text-soft">
          {t("ownTalk")}
        </h2>
        {!led && !isEmpty && scene.isMember && <LeadButton />}
      </div>
      {isEmpty ? <Unled mayLead={scene.isMember} /> : <Stage people={scene.stage} label={t("ownTalk")} />}
      <p className="min-h-10 text-center text-sm text-soft sm:min-h-5">
        {led && scene.stage.length === 1 && t("ownTalkHint")}
      </p>
    </section>
  );
}

function Unled({ mayLead }: { mayLead: boolean }) {
  const t = useTranslations("room.family");
  return (
    <div className="flex min-h-31 flex-wrap content-start items-start gap-x-4 gap-y-2 sm:min-h-41 [@media(height<30rem)]:min-h-31">
      <p className="min-w-48 flex-1 text-soft">{t(mayLead ? "unled" : "unledGuest")}</p>
      {mayLead && <LeadButton />}
    </div>
  );
}

function LeadButton() {
  const { leadHall } = useOwnHallActs();
  const t = useTranslations("room.family");
  const [busy, setBusy] = useState(false);
  const lead = async (): Promise<void> => {
    setBusy(true);
    await leadHall();
    setBusy(false);
  };
  return (
    <Button size="small" busy={busy} onClick={() => void lead()}>
      {t("lead")}
    </Button>
  );
}
