import { useTranslations } from "next-intl";
import { useState } from "react";
import { Stage } from "@/components/room/stage/stage";
import type { Acts } from "@/components/room/use-acts";
import type { RoomScene } from "@/components/room/use-room";
import { Button } from "@/components/ui/button";
import { isLeader } from "@/lib/domain/roles";
import type { PersonFace } from "@/lib/wire/people/views";

type OwnTalkProps = { scene: RoomScene; acts: Acts; onOpen: (person: PersonFace) => void };

/** The hall's own stage, which only the hall hears; without anybody who leads it, the way to do that oneself. */
export function OwnTalk({ scene, acts, onOpen }: OwnTalkProps) {
  const t = useTranslations("room.family");
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
      {scene.stage.length > 0 && <Stage people={scene.stage} label={t("ownTalk")} onOpen={onOpen} />}
      {led && scene.stage.length === 1 && <p className="mt-4 text-center text-sm text-soft">{t("ownTalkHint")}</p>}
      {!led && <Unled mayLead={scene.isMember} onLead={acts.leadHall} />}
    </section>
  );
}

function Unled({ mayLead, onLead }: { mayLead: boolean; onLead: () => Promise<boolean> }) {
  const t = useTranslations("room.family");
  const [busy, setBusy] = useState(false);
  const lead = async (): Promise<void> => {
    setBusy(true);
    await onLead();
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
