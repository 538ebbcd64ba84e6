import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useLanguageName } from "@/components/room/interpreting/use-language-name";
import { PersonName } from "@/components/room/people/person-name";
import { useSaid } from "@/components/ui/name";
import { Portrait } from "@/components/ui/portraits/portrait";
import { isolated } from "@/lib/domain/text/isolated";
import type { HandView } from "@/lib/wire/hands/views";

type QueuedHandProps = { hand: HandView; place: number | null; children: ReactNode };

/** One hand with its number, time, hall and question. `place` is null where it is set aside; `children`: what can be done. */
export function QueuedHand({ hand, place, children }: QueuedHandProps) {
  const { person, raisedAt, question, hall, picked, asksIn } = hand;
  const nameOf = useLanguageName();
  const t = useTranslations("hands");
  const said = useSaid();
  const format = useFormatter();
  return (
    <li data-person={person.id} className="border-t border-line py-2.5">
      <div className="flex items-center gap-2.5">
        <span className="w-6 shrink-0 text-sm tabular-nums text-soft">{place}</span>
        <Portrait person={person} hat className="size-9" />
        <span className="min-w-0 flex-1 leading-tight">
          <PersonName person={person} className="block truncate" />
          <span className="text-xs text-soft">
            <time dateTime={raisedAt}>
              {format.dateTime(new Date(raisedAt), { hour: "2-digit", minute: "2-digit", hourCycle: "h23" })}
            </time>
            {asksIn !== undefined && (
              <span data-testid="hand-language">{` · ${t("asksIn", { language: nameOf(asksIn) })}`}</span>
            )}
            {hall > 0 && <span data-testid="hand-hall">{` · ${t("fromHall", { number: hall })}`}</span>}
          </span>
        </span>
        {children}
      </div>
      {question && (
        <p dir="auto" className="written ms-8 mt-1 text-sm">
          {question}
        </p>
      )}
      {picked && (
        <p data-testid="picked" className="written ms-8 mt-1 text-xs text-light-ink">
          {t.rich(picked.reason ? "pickedFor" : "picked", {
            name: said(picked.by),
            reason: isolated(picked.reason),
            person: (name) => (
              <PersonName person={picked.by} className="inline">
                {name}
              </PersonName>
            ),
          })}
        </p>
      )}
    </li>
  );
}
