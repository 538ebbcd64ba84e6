import X from "lucide-react/icons/x";
import { useFormatter, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Portrait } from "@/components/ui/portrait";
import type { HandView } from "@/lib/wire/views";
import type { Acts } from "./use-acts";

/** Who wants to speak, in order, for those who may invite. */
export function HandQueue({ hands, acts }: { hands: HandView[]; acts: Acts }) {
  const t = useTranslations("room");
  return (
    <section aria-labelledby="hands" data-testid="hands">
      <h2 id="hands" className="mb-3 text-sm font-semibold text-soft">
        {t("hands", { count: hands.length })}
      </h2>
      {hands.length === 0 && <p className="text-soft">{t("handsEmpty")}</p>}
      <ol>
        {hands.map((hand, place) => (
          <QueuedHand key={hand.person.id} hand={hand} place={place + 1} acts={acts} />
        ))}
      </ol>
    </section>
  );
}

function QueuedHand({ hand: { person, raisedAt }, place, acts }: { hand: HandView; place: number; acts: Acts }) {
  const t = useTranslations("room");
  const format = useFormatter();
  return (
    <li data-person={person.id} className="flex items-center gap-2.5 border-t border-line py-2.5">
      <span className="w-5 text-soft">{place}</span>
      <Portrait seed={person.portraitSeed} hat={person.isNew} className="size-9" />
      <span className="min-w-0 flex-1 leading-tight">
        <span className="block truncate">{person.name}</span>
        <time dateTime={raisedAt} className="text-xs text-soft">
          {format.dateTime(new Date(raisedAt), { hour: "2-digit", minute: "2-digit", hourCycle: "h23" })}
        </time>
      </span>
      <Button size="small" onClick={() => acts.invite(person)} aria-label={t("inviteName", { name: person.name })}>
        {t("invite")}
      </Button>
      <Button
        look="quiet"
        size="icon"
        onClick={() => acts.declineHand(person)}
        aria-label={t("declineName", { name: person.name })}
      >
        <X className="size-4" aria-hidden="true" />
      </Button>
    </li>
  );
}
