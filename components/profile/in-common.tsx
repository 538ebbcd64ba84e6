import { useTranslations } from "next-intl";
import { useNamesInARow } from "@/components/ui/names-in-a-row";
import { Portrait } from "@/components/ui/portraits/portrait";
import type { PersonProfile } from "@/lib/wire/people/views";

/** The people whom both I and somebody follow: faces of a few, and how many there are. */
export function InCommon({ inCommon: { count, people } }: Pick<PersonProfile, "inCommon">) {
  const t = useTranslations("profile");
  const inARow = useNamesInARow();
  if (count === 0) return null;
  const names = inARow(people.map(({ name }) => name));
  return (
    <p className="flex items-center gap-3 text-sm text-soft">
      <span className="flex shrink-0 -space-x-2" aria-hidden="true">
        {people.map((person) => (
          <Portrait key={person.id} person={person} className="size-8 ring-2 ring-paper" />
        ))}
      </span>
      <span className="written min-w-0">{t("inCommon", { names, more: count - people.length })}</span>
    </p>
  );
}
