import { useTranslations } from "next-intl";
import { useRoomId } from "@/components/room/room-context";
import { useSession } from "@/components/room/session/use-session";
import { Button } from "@/components/ui/button";
import { useDoorActs } from "./use-door-acts";
import { useLine, useReadOut } from "./use-line";

/** The place in line before a room's door: how many stand in front, about how long it takes, and the way out. */
export function LinePanel() {
  const { leaveLine } = useDoorActs();
  const t = useTranslations("room.line");
  const said = useLine(useRoomId());
  const { line } = useSession();
  const readOut = useReadOut(said ? `${said.title}. ${said.text}` : "", line);
  if (!said) return null;
  return (
    <section aria-label={t("label")} data-testid="line" data-place={line?.place} className="pb-1 lg:pt-24">
      <div className="mx-auto flex max-w-xl items-center gap-4 rounded-xl border border-line bg-card px-4 py-3 lg:flex-col lg:gap-5 lg:py-5 lg:text-center">
        <p className="text-4xl font-semibold tabular-nums leading-none" aria-hidden="true">
          {said.place}
        </p>
        <div className="min-w-0 flex-1">
          <p className="font-semibold">{said.title}</p>
          <p className="text-sm">{said.text}</p>
          <p className="mt-1 text-sm text-soft">
            {said.behind} {t("keepOpen")}
          </p>
        </div>
        <Button onClick={leaveLine}>{t("leave")}</Button>
      </div>
      <p role="status" className="sr-only">
        {readOut}
      </p>
    </section>
  );
}
