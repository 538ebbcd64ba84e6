import Ear from "lucide-react/icons/ear";
import Send from "lucide-react/icons/send";
import X from "lucide-react/icons/x";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import { NameLink } from "@/components/frame/name-link";
import { Button } from "@/components/ui/button";
import { useSaid } from "@/components/ui/name";
import { Portrait } from "@/components/ui/portraits/portrait";
import { SeatArc } from "@/components/ui/seats/seat-arc";
import type { HallTile } from "@/lib/wire/family/views";
import type { PersonFace } from "@/lib/wire/people/views";
import { HallFigures } from "./hall-figures";
import { useHallName } from "./use-hall-name";

type HallCardProps = {
  hall: HallTile;
  /** Whether it is the one that I listen in to. */
  listening: boolean;
  onListen: () => void;
  onSend: () => void;
  onClose: () => void;
};

/** Whose question it is. */
function Asks({ person }: { person: PersonFace }) {
  const t = useTranslations("halls");
  const said = useSaid();
  return t.rich("asks", { name: said(person), person: (name) => <NameLink person={person}>{name}</NameLink> });
}

/** One hall: how full, in which language, whether anybody leads it, what goes on there, and what to do about it. */
export function HallCard({ hall, listening, onListen, onSend, onClose }: HallCardProps) {
  const t = useTranslations("halls");
  const format = useFormatter();
  const locale = useLocale();
  const name = useHallName()(hall.number);
  const isMain = hall.number === 0;
  const language = new Intl.DisplayNames(locale, { type: "language", fallback: "code" }).of(hall.language);
  return (
    <li
      data-testid="hall"
      data-hall={hall.number}
      className={`rounded-lg border bg-card p-4 ${listening ? "border-light" : "border-line"}`}
    >
      <div className="flex items-start gap-4">
        <SeatArc
          taken={Math.max(0, hall.openSeats - hall.talking)}
          capacity={hall.capacity}
          stage={hall.talking}
          rows={4}
          className="w-20 shrink-0"
        />
        <div className="min-w-0 flex-1">
          <h3 className="font-semibold">{name}</h3>
          <p className="text-sm tabular-nums">
            {t("seats", { taken: format.number(hall.openSeats), capacity: format.number(hall.capacity) })}
          </p>
          <p className="text-sm text-soft">
            {language}
            {!isMain && ` · ${t(hall.led ? "led" : "unled")}`}
          </p>
        </div>
        {!isMain && (
          <Button
            look="leave"
            size="icon"
            onClick={onClose}
            aria-label={t("closeHall", { hall: hall.number })}
            className="-me-2 -mt-2"
          >
            <X className="size-5" aria-hidden="true" />
          </Button>
        )}
      </div>
      <HallFigures hall={hall} />
      {hall.question && (
        <figure className="mt-3 flex gap-2.5 border-t border-line pt-3">
          <Portrait person={hall.question.person} className="size-7 shrink-0" />
          <div className="min-w-0 text-sm leading-snug">
            <blockquote dir="auto" className="written">
              {hall.question.text}
            </blockquote>
            <figcaption className="written text-xs text-soft">
              <Asks person={hall.question.person} />
            </figcaption>
          </div>
        </figure>
      )}
      <div className="mt-3 flex flex-wrap gap-2">
        {!isMain && (
          <Button
            size="small"
            aria-pressed={listening}
            onClick={onListen}
            aria-label={t("listenTo", { hall: hall.number })}
          >
            <Ear className="size-4" aria-hidden="true" />
            {t(listening ? "stop" : "listen")}
          </Button>
        )}
        <Button size="small" look="quiet" onClick={onSend} aria-label={t("sendTo", { hall: hall.number })}>
          <Send className="size-4 rtl:-scale-x-100" aria-hidden="true" />
          {t("send")}
        </Button>
      </div>
    </li>
  );
}
