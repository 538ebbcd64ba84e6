import { useTranslations } from "next-intl";
import { NameLink } from "@/components/frame/name-link";
import { Portrait } from "@/components/ui/portraits/portrait";
import { Tag } from "@/components/ui/tag";
import type { AnnouncedGuest } from "@/lib/wire/guests/views";

type EpisodeGuestsProps = { guests: readonly AnnouncedGuest[]; language: string };

/** The guests whom the hosts announce, and what they answered. */
export function EpisodeGuests({ guests, language }: EpisodeGuestsProps) {
  const t = useTranslations("guests.announced");
  if (guests.length === 0) return null;
  return (
    <section aria-labelledby="guests">
      <h2 id="guests" className="mb-2 text-sm font-semibold text-soft">
        {t("title")}
      </h2>
      <ul className="flex flex-col gap-3">
        {guests.map(({ id, name, state, words, person }) => (
          <li key={id} className="flex min-w-0 items-start gap-3">
            {person && <Portrait person={person} className="size-11 shrink-0" />}
            <div className="min-w-0">
              <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
                {person ? (
                  <NameLink person={person} className="font-semibold" />
                ) : (
                  <bdi className="written font-semibold">{name}</bdi>
                )}
                <Tag>{t(state)}</Tag>
              </p>
              {words && (
                <p
                  lang={language}
                  dir="auto"
                  className="written side-of-parent max-w-prose whitespace-pre-line text-soft"
                >
                  {words}
                </p>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
