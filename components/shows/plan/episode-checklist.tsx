import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { classes } from "@/components/ui/classes";
import { useNamesInARow } from "@/components/ui/names-in-a-row";
import type { ChecklistLine } from "@/lib/domain/shows/checklist";
import type { ChecklistView } from "@/lib/wire/shows/checklist";

type EpisodeChecklistProps = {
  roomId: string;
  checklist: ChecklistView;
  /** Its show is a draft: the two are announced together, on the page of the show's plan. */
  ofDraft: boolean;
};

/** What is done before an episode's hour and what is not, each with the way to where it is done. */
export function EpisodeChecklist({ roomId, checklist, ofDraft }: EpisodeChecklistProps) {
  const t = useTranslations("shows.checklist");
  const says = useSays(checklist);
  const open = checklist.lines.filter(({ state }) => state === "open").length;
  return (
    <section id="checklist" aria-labelledby="checklist-title" className="mb-10 scroll-mt-6">
      <h2 id="checklist-title" className="text-xl font-bold">
        {t("title")}
      </h2>
      <p className="mb-3 text-soft">{t("sum", { count: open })}</p>
      <ul className="border-b border-line">
        {checklist.lines.map(({ what, state }) => {
          const way = wayTo(what, roomId, checklist.show, ofDraft);
          return (
            <li
              key={what}
              data-line={what}
              data-state={state}
              className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-4 border-t border-line py-1.5 sm:grid-cols-[9.5rem_minmax(0,1fr)_auto]"
            >
              <p className="flex min-h-11 items-center font-semibold max-sm:row-start-1">
                {way ? (
                  <Link
                    href={way}
                    className="inline-flex min-h-11 items-center underline decoration-edge hover:decoration-ink"
                  >
                    {t(`lines.${what}`)}
                  </Link>
                ) : (
                  t(`lines.${what}`)
                )}
              </p>
              <p className="written flex items-center max-sm:col-span-2 max-sm:row-start-2 max-sm:pb-2 sm:min-h-11 sm:py-2">
                {says(what, state)}
              </p>
              <p
                className={classes(
                  "flex min-h-11 items-center text-sm font-semibold max-sm:row-start-1",
                  state === "open" ? "text-stop" : state === "done" ? "text-ink" : "text-soft",
                )}
              >
                {t(`states.${state}`)}
              </p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** The sentence of a line, with what it tells of. */
function useSays(checklist: ChecklistView) {
  const t = useTranslations("shows.checklist.says");
  const locale = useLocale();
  const languages = new Intl.DisplayNames(locale, { type: "language", fallback: "code" });
  const named = (language: string): string => languages.of(language) ?? language;
  const inARow = useNamesInARow();
  const all = (codes: readonly string[]): string => new Intl.ListFormat(locale).format(codes.map(named));
  const { guests, missing, comers, places, absent, kind, interpreted, leaders } = checklist;
  const facts = {
    ...guests,
    comers,
    places,
    leaders: inARow(leaders),
    languages: all(interpreted),
    missing: all(missing.map(({ language }) => language)),
    people: missing.reduce((sum, { people }) => sum + people, 0),
    names: inARow(absent.names),
    others: absent.others,
  };
  return (what: ChecklistLine, state: ChecklistView["lines"][number]["state"]): string => {
    if (what === "recording" && kind === "closed") return t("recording.never");
    if (what === "backstage" && state === "open" && absent.names.length === 0) return t("backstage.unnamed", facts);
    return t(`${what}.${state}` as "backstage.open", facts);
  };
}

/** Where a line is done; null where that is nowhere. What is settled in the room waits behind its stage. */
function wayTo(what: ChecklistLine, roomId: string, show: string | null, ofDraft: boolean): string | null {
  const plan = show && `/shows/${show}/plan`;
  switch (what) {
    case "announced":
      return ofDraft ? plan : "#acts";
    case "words":
      return "#description";
    case "opening":
      return "#begins";
    case "interpreters":
      return "#interpreters";
    case "picture":
      return plan && `${plan}#picture`;
    case "leaders":
      return plan && `${plan}#hosts`;
    case "guests":
      return `/rooms/${roomId}#guest-desk`;
    default:
      return `/rooms/${roomId}`;
  }
}
