import Search from "lucide-react/icons/search";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useRoomId, useRoomScene } from "@/components/room/room-context";
import { buttonClass } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { TYPING_PAUSE_MS } from "@/components/ui/typing";
import { roster } from "@/lib/client/roster/roster";
import { MAX_PEOPLE_SEARCH } from "@/lib/domain/people/people-search";
import type { PersonFace } from "@/lib/wire/people/views";
import { Faces } from "./faces";

/** Finds somebody in the room by a part of their name or handle. */
export function PeopleSearch() {
  const t = useTranslations("roster");
  const [open, setOpen] = useState(false);
  const { unblocked } = useRoomScene();
  const { query, setQuery, found: foundHere } = useSearch(useRoomId());
  const found = Array.isArray(foundHere) ? unblocked(foundHere) : foundHere;
  return (
    <search className="contents">
      {/* On a phone the faces come first, and the field when it is asked for. */}
      <button
        type="button"
        aria-expanded={open}
        aria-controls="people-search"
        aria-label={t("search")}
        onClick={() => setOpen(!open)}
        className={`${buttonClass("quiet", "icon")} aria-expanded:bg-line/60 sm:hidden`}
      >
        <Search className="size-5" aria-hidden="true" />
      </button>
      <Input
        id="people-search"
        type="search"
        value={query}
        characters={MAX_PEOPLE_SEARCH}
        aria-label={t("search")}
        placeholder={t("searchShort")}
        onChange={(event) => setQuery(event.target.value)}
        className={`sm:w-60! ${open ? "max-sm:order-1" : "max-sm:hidden"}`}
      />
      <div aria-live="polite" className="order-2 w-full" data-testid="people-found">
        {found === "failed" && <p className="text-soft">{t("failed")}</p>}
        {Array.isArray(found) && found.length === 0 && <p className="text-soft">{t("nobody")}</p>}
        {Array.isArray(found) && <Faces people={found} />}
      </div>
    </search>
  );
}

function useSearch(roomId: string) {
  const [query, setQuery] = useState("");
  const [found, setFound] = useState<PersonFace[] | "failed" | null>(null);
  useEffect(() => {
    const text = query.trim();
    if (text === "") return setFound(null);
    let stale = false;
    const timer = setTimeout(async () => {
      const answer = await roster.find(roomId, text);
      if (!stale) setFound(answer.ok ? answer.value.people : "failed");
    }, TYPING_PAUSE_MS);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [roomId, query]);
  return { query, setQuery, found };
}
