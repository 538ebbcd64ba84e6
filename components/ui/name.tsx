"use client";

import { useTranslations } from "next-intl";
import { createContext, type ReactNode, useContext } from "react";
import { isolated } from "@/lib/domain/text/isolated";
import { classes } from "./classes";

type Named = { id: string; name: string; handle: string | null; isGone?: true };

const AlikeHere = createContext<(person: Named) => boolean>(() => false);

/** Says who, in what it holds, has a name that passes for somebody else's: they are shown with their handle. */
export const NamesAlike = AlikeHere.Provider;

type NameProps = {
  person: Named;
  lines?: 1 | 2 /** What the name is called here, as "Ada (you)". */;
  children?: ReactNode;
};

/**
 * A person's name. Whatever stands in it turns nothing beside it and paints nothing outside its own box; it is cut after
 * `lines`. Who passes for somebody else here is shown with their handle.
 */
export function Name({ person, lines = 1, children }: NameProps) {
  const t = useTranslations("common");
  const alike = useContext(AlikeHere)(person) && person.handle !== null;
  return (
    <>
      <bdi
        className={classes(
          "written max-w-full align-bottom side-of-parent",
          lines === 1 || alike ? "inline-block truncate" : "line-clamp-2",
        )}
      >
        {children ?? (person.isGone ? t("goneAccount") : person.name)}
      </bdi>
      {alike && (
        <bdi className="side-of-parent block max-w-full truncate text-xs font-normal text-soft">@{person.handle}</bdi>
      )}
    </>
  );
}

/** How somebody is named within a sentence or a label: kept apart from it, and with their handle where their name passes for another's. */
export function useSaid(): (person: Named) => string {
  const t = useTranslations("common");
  const isAlike = useContext(AlikeHere);
  return (person) => {
    if (person.isGone) return t("goneAccount");
    return isAlike(person) ? nameWithHandle(person) : isolated(person.name);
  };
}

export const nameWithHandle = ({ name, handle }: Named): string =>
  handle === null ? isolated(name) : `${isolated(name)} (@${handle})`;
