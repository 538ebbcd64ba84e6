import { useTranslations } from "next-intl";
import { NameLink } from "@/components/frame/name-link";
import { Button } from "@/components/ui/button";
import { Portrait } from "@/components/ui/portraits/portrait";
import type { InterpreterView } from "@/lib/wire/interpreting/views";

/** Who else interprets the language, and the way out. */
export function Colleagues({ colleagues, onEnd }: { colleagues: InterpreterView[]; onEnd: () => void }) {
  const t = useTranslations("interpreting");
  return (
    <div className="flex flex-wrap items-center justify-between gap-3 border-t border-line pt-3">
      {colleagues.length === 0 ? (
        <p className="text-sm text-soft">{t("booth.alone")}</p>
      ) : (
        <ul aria-label={t("booth.colleagues")} className="flex flex-wrap gap-x-4 gap-y-2">
          {colleagues.map(({ person, onAir }) => (
            <li key={person.id} className="flex items-center gap-2 text-sm">
              <Portrait person={person} className="size-8" />
              <NameLink person={person} />
              {onAir && <span className="font-semibold text-light-ink">{t("desk.onAir")}</span>}
            </li>
          ))}
        </ul>
      )}
      <Button look="quiet" size="small" onClick={onEnd}>
        {t("booth.end")}
      </Button>
    </div>
  );
}
