import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";
import { classes } from "@/components/ui/classes";
import type { Filter } from "@/lib/domain/hallway/filter";
import { type Choice, filterChoices, filterPath } from "./filter-choices";

type RoomFilterProps = {
  filter: Filter;
  languages: readonly string[];
  topics: readonly string[];
  /** The path of the page that it stands on. */
  page?: string;
};

/** Languages and topics as links, so that a filtered hallway has an address; without script they work as well. */
export function RoomFilter({ filter, languages, topics, page }: RoomFilterProps) {
  const t = useTranslations("hallway.filter");
  const names = new Intl.DisplayNames(useLocale(), { type: "language", fallback: "code" });
  const choices = filterChoices(filter, languages, topics);
  if (choices.languages.length + choices.topics.length === 0) return null;
  return (
    <nav aria-label={t("label")} className="mb-5">
      <ul className="-mx-1 flex gap-2 overflow-x-auto px-1 py-1 [scrollbar-width:none] md:flex-wrap">
        <FilterLink
          page={page}
          choice={{ filter: {}, isOn: filter.language === undefined && filter.topic === undefined }}
        >
          {t("all")}
        </FilterLink>
        {choices.languages.map(({ name, ...choice }) => (
          <FilterLink key={name} page={page} choice={choice}>
            {names.of(name)}
          </FilterLink>
        ))}
        {choices.topics.map(({ name, ...choice }) => (
          <FilterLink key={`topic ${name}`} page={page} choice={choice}>
            <bdi className="written max-w-40 truncate">{name}</bdi>
          </FilterLink>
        ))}
      </ul>
    </nav>
  );
}

type FilterLinkProps = { page: string | undefined; choice: Choice; children: React.ReactNode };

function FilterLink({ page, choice: { filter, isOn }, children }: FilterLinkProps) {
  return (
    <li className="shrink-0">
      <Link
        href={filterPath(filter, page)}
        prefetch={false}
        scroll={false}
        aria-current={isOn || undefined}
        className={classes(buttonClass(isOn ? "act" : "plain", "small"), "font-normal")}
      >
        {children}
      </Link>
    </li>
  );
}
