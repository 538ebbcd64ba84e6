import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRoomScene } from "@/components/room/room-context";
import { Button } from "@/components/ui/button";
import type { HandView } from "@/lib/wire/hands/views";
import type { MineView } from "@/lib/wire/rooms/mine";
import { AnswerHand } from "./answer-hand";
import { HandModeSwitch } from "./hand-mode-switch";
import { LowerAllDialog } from "./lower-all-dialog";
import { OpenOffers } from "./open-offers";
import { PickHand } from "./pick-hand";
import { QueuedHand } from "./queued-hand";
import { useMoreHands } from "./use-more-hands";

/** Who wants to speak, in order, and who is invited, for those who answer; and whose hands count. */
export function HandsPanel() {
  const { mine } = useRoomScene();
  return mine?.hands ? <Hands mine={mine} hands={mine.hands} /> : null;
}

function Hands({ mine, hands }: { mine: MineView; hands: HandView[] }) {
  const scene = useRoomScene();
  const t = useTranslations("hands");
  const [asking, setAsking] = useState(false);
  const { id, handMode, family } = scene.view.room;
  const totals = mine.handTotals ?? { waiting: hands.length, parked: 0 };
  const { all, left, showMore } = useMoreHands(id, hands, totals);
  const waiting = all.filter(({ parked }) => !parked);
  const parked = all.filter((hand) => hand.parked);
  const up = totals.waiting + totals.parked;
  /** Hands ask for the stage that all hear: those who lead an overflow room pass one of theirs ahead. */
  const toDo = (hand: HandView) => {
    if (!family) return <AnswerHand hand={hand} />;
    return hand.hall === family.number && !hand.parked && <PickHand hand={hand} />;
  };
  return (
    <section aria-labelledby="hands" data-testid="hands" className="flex flex-col gap-4">
      {family && <p className="text-xs text-soft">{t("familyHint")}</p>}
      {scene.may("editRoom") && !family && <HandModeSwitch mode={handMode} />}
      <div>
        <div className="mb-1 flex min-h-11 items-center justify-between gap-2">
          <h2 id="hands" className="text-sm font-semibold text-soft">
            {t("title", { count: totals.waiting })}
          </h2>
          {up > 0 && !family && (
            <Button look="quiet" size="small" onClick={() => setAsking(true)}>
              {t("lowerAll")}
            </Button>
          )}
        </div>
        {totals.waiting === 0 && <p className="text-soft">{t("empty")}</p>}
        <ol>
          {waiting.map((hand, place) => (
            <QueuedHand key={hand.person.id} hand={hand} place={place + 1}>
              {toDo(hand)}
            </QueuedHand>
          ))}
        </ol>
      </div>
      {parked.length > 0 && (
        <section aria-labelledby="parked" data-testid="parked">
          <h2 id="parked" className="text-sm font-semibold text-soft">
            {t("parked", { count: totals.parked })}
          </h2>
          <p className="mb-2 text-xs text-soft">{t("parkedHint")}</p>
          <ol>
            {parked.map((hand) => (
              <QueuedHand key={hand.person.id} hand={hand} place={null}>
                {toDo(hand)}
              </QueuedHand>
            ))}
          </ol>
        </section>
      )}
      {left > 0 && <Button onClick={showMore}>{t("more", { count: left })}</Button>}
      {/* Below the queue: above it, each invitation would move the hands under a finger. */}
      <OpenOffers offers={mine.offers ?? []} />
      <LowerAllDialog count={up} open={asking} onClose={() => setAsking(false)} />
    </section>
  );
}
