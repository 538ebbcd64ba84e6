import { useTranslations } from "next-intl";
import { NameLink } from "@/components/frame/name-link";
import { classes } from "@/components/ui/classes";
import { Portrait } from "@/components/ui/portraits/portrait";
import type { RoomCard } from "@/lib/wire/hallway/views";

const NAMED = 3;

/** Who is on stage: faces, then names, then how many more. */
export function CardFaces({ card, big }: { card: RoomCard; big: boolean }) {
  const t = useTranslations("hallway");
  const common = useTranslations("common");
  if (card.stageCount === 0) return <p className="text-sm text-soft">{t("stageEmpty")}</p>;
  const named = card.stage.slice(0, NAMED);
  const more = card.stageCount - named.length;
  return (
    <>
      <div className="flex ps-0.5">
        {card.stage.map((person) => (
          <Portrait
            key={person.id}
            person={person}
            hat
            className={classes("-ms-0.5 -me-1.5 outline-3 outline-card", big ? "size-13" : "size-10")}
          />
        ))}
      </div>
      <p className="text-sm">
        {named.map((person, place) => (
          <span key={person.id}>
            {place > 0 && common("comma")}
            <NameLink person={person} raised className="font-semibold" />
          </span>
        ))}
        {more > 0 && ` ${t("moreOnStage", { count: more })}`}
      </p>
    </>
  );
}
