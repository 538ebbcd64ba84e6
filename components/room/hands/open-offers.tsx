import { useTranslations } from "next-intl";
import { useSecondsLeft } from "@/components/room/clock/use-seconds-left";
import { useModerationActs } from "@/components/room/moderation/use-moderation-acts";
import { PersonName } from "@/components/room/people/person-name";
import { Button } from "@/components/ui/button";
import { useSaid } from "@/components/ui/name";
import { Portrait } from "@/components/ui/portraits/portrait";
import type { OpenOffer } from "@/lib/wire/stage/views";

/** Who is invited to the stage and has not answered yet. */
export function OpenOffers({ offers }: { offers: OpenOffer[] }) {
  const t = useTranslations("hands");
  if (offers.length === 0) return null;
  return (
    <section aria-labelledby="offers" data-testid="offers">
      <h2 id="offers" className="mb-2 text-sm font-semibold text-soft">
        {t("offers", { count: offers.length })}
      </h2>
      <ul>
        {offers.map((offer) => (
          <Waiting key={offer.id} offer={offer} />
        ))}
      </ul>
    </section>
  );
}

function Waiting({ offer: { person, expiresAt } }: { offer: OpenOffer }) {
  const t = useTranslations("hands");
  const said = useSaid();
  const { withdrawOffer } = useModerationActs();
  const left = useSecondsLeft(expiresAt);
  if (left === 0) return null;
  return (
    <li data-person={person.id} className="flex items-center gap-2.5 border-t border-line py-2.5">
      <Portrait person={person} hat className="size-9" />
      <span className="min-w-0 flex-1 leading-tight">
        <PersonName person={person} className="block truncate" />
        <span className="text-xs tabular-nums text-soft">{t("secondsLeft", { seconds: left })}</span>
      </span>
      <Button size="small" onClick={() => withdrawOffer(person)} aria-label={t("withdrawName", { name: said(person) })}>
        {t("withdraw")}
      </Button>
    </li>
  );
}
