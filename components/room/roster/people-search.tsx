import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Input } from "@/components/ui/input";
import { roster } from "@/lib/client/roster/roster";
import type { PersonFace } from "@/lib/wire/people/views";
import { Faces } from "./faces";

/** Whoever types on is not asked about each letter. */
const REST_MS = 200;

/** Finds somebody in the room by a part of their name or handle. */
export function PeopleSearch({ roomId, onOpen }: { roomId: string; onOpen: (person: PersonFace) => void }) {
  const t = useTranslations("roster");
  const { sought, setSought, found } = useSearch(roomId);
  return (
    <search className="mt-6 block">
      <Input
        id="people-search"
        type="search"
        value={sought}
        characters={60}
        aria-label={t("search")}
        placeholder={t("search")}
        onChange={(event) => setSought(event.target.value)}
      />
      <div aria-live="polite" className="mt-3" data-testid="people-found">
        {found === "failed" && <p className="text-soft">{t("failed")}</p>}
        {Array.isArray(found) && found.length === 0 && <p className="text-soft">{t("nobody")}</p>}
        {Array.isArray(found) && <Faces people={found} onOpen={onOpen} />}
      </div>
    </search>
  );
}

function useSearch(roomId: string) {
  const [sought, setSought] = useState("");
  const [found, setFound] = useState<PersonFace[] | "failed" | null>(null);
  useEffect(() => {
    const text = sought.trim();
    if (text === "") return setFound(null);
    let stale = false;
    const timer = setTimeout(async () => {
      const answer = await roster.find(roomId, text);
      if (!stale) setFound(answer.ok ? answer.value.people : "failed");
    }, REST_MS);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [roomId, sought]);
  return { sought, setSought, found };
}
