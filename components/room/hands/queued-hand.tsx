import X from "lucide-react/icons/x";
import { useFormatter, useTranslations } from "next-intl";
import type { Acts } from "@/components/room/use-acts";
import { Button } from "@/components/ui/button";
import { Portrait } from "@/components/ui/portrait";
import type { HandView } from "@/lib/wire/views";

type QueuedHandProps = { hand: HandView; place: number | null; acts: Acts };

/** One hand with its number, time and question. `place` is null where it is set aside. */
export function QueuedHand({ hand: { person, raisedAt, question }, place, acts }: QueuedHandProps) {
  const t = useTranslations("room");
  const format = useFormatter();
  return (
    <li data-person={person.id} className="border-t border-line py-2.5">
      <div className="flex items-center gap-2.5">
        <span className="w-6 shrink-0 text-sm tabular-nums text-soft">{place}</span>
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
      </div>
      {question && <p className="ms-8 mt-1 break-words text-sm">{question}</p>}
    </li>
  );
}
