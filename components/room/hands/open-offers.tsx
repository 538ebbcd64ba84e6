import { useTranslations } from "next-intl";
import { useSecondsLeft } from "@/components/room/clock/use-seconds-left";
import { type OnPerson, PersonName } from "@/components/room/people/person-name";
import type { Acts } from "@/components/room/use-acts";
import { Button } from "@/components/ui/button";
import { useSaid } from "@/components/ui/name";
import { Portrait } from "@/components/ui/portrait";
import type { OpenOffer } from "@/lib/wire/stage/views";

type OpenOffersProps = { offers: OpenOffer[]; acts: Acts; onOpen: OnPerson };

/** Who is invited to the stage and has not answered yet. */
export function OpenOffers({ offers, acts, onOpen }: OpenOffersProps) {
  const t = useTranslations("hands");
  if (offers.length === 0) return null;
  return (
    <section aria-labelledby="offers" data-testid="offers">
      <h2 id="offers" className="mb-2 text-sm font-semibold text-soft">
        {t("offers", { count: offers.length })}
      </h2>
      <ul>
        {offers.map((offer) => (
          <Waiting key={offer.id} offer={offer} acts={acts} onOpen={onOpen} />
        ))}
      </ul>
    </section>
  );
}

type WaitingProps = { offer: OpenOffer; acts: Acts; onOpen: OnPerson };

function Waiting({ offer: { person, expiresAt }, acts, onOpen }: WaitingProps) {
  const t = useTranslations("hands");
  const said = useSaid();
  const left = useSecondsLeft(expiresAt);
  if (left === 0) return null;
  return (
    <li data-person={person.id} className="flex items-center gap-2.5 border-t border-line py-2.5">
      <Portrait seed={person.portraitSeed} hat={person.isNew} className="size-9" />
      <span className="min-w-0 flex-1 leading-tight">
        <PersonName person={person} onOpen={onOpen} className="block truncate" />
        <span className="text-xs tabular-nums text-soft">{t("secondsLeft", { seconds: left })}</span>
      </span>
      <Button
        size="small"
        onClick={() => acts.withdrawOffer(person)}
        aria-label={t("withdrawName", { name: said(person) })}
      >
        {t("withdraw")}
      </Button>
    </li>
  );
}
