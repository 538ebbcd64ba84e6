import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { NextIntlClientProvider } from "next-intl";
import { getLocale, getMessages, getTimeZone, getTranslations } from "next-intl/server";
import { knownZones } from "@/app/shows/zones";
import { NewRoom } from "@/components/room-form/new-room";
import { NewEpisode } from "@/components/shows/plan/new-episode";
import { buttonClass } from "@/components/ui/button";
import { canWithShow } from "@/lib/domain/shows/show-permissions";
import { isolated } from "@/lib/domain/text/isolated";
import { env } from "@/lib/env";
import { callerOfPage } from "@/lib/server/callers/session";
import { myClubs } from "@/lib/server/queries/clubs/clubs";
import { show as readShow } from "@/lib/server/queries/shows/show";
import { clockAt } from "@/lib/server/shows/moment-of";
import type { RoomClub } from "@/lib/wire/clubs/views";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("newRoom");
  return { title: t("open") };
}

type Asked = Partial<Record<"club" | "when" | "show" | "date", string | string[]>>;

type Props = {
  /** `club`: the handle of the club to open it in. `when=later`: to be planned, as an episode of `show`, on the day `date`. */
  searchParams: Promise<Asked>;
};

export default async function NewRoomPage({ searchParams }: Props) {
  const caller = await callerOfPage();
  const asked = oneOfEach(await searchParams);
  const { club, when } = asked;
  const path = Object.keys(asked).length > 0 ? `/rooms/new?${new URLSearchParams(asked)}` : "/rooms/new";
  if (caller?.kind !== "member") redirect(`/sign-in?${new URLSearchParams({ next: path })}`);
  const [t, locale, { common, refusals, newRoom }, mine] = await Promise.all([
    getTranslations("newRoom"),
    getLocale(),
    getMessages(),
    myClubs(caller),
  ]);
  const clubs = mine.filter(({ role }) => role !== null).map(({ id, handle, name }) => ({ id, handle, name }));
  const chosen = clubs.find(({ handle }) => handle === club)?.id ?? null;
  if (when === "later") return <Later asked={asked} clubs={clubs} club={chosen} />;
  return (
    <div className="wrap-page max-w-2xl pb-28 pt-4">
      <h1 className="text-3xl font-bold md:text-4xl">{t("heading")}</h1>
      <p className="mt-1 text-soft">{t("text")}</p>
      <NowOrLater asked={asked} />
      <NextIntlClientProvider messages={{ common, refusals, newRoom }}>
        <NewRoom
          language={locale}
          clubs={clubs}
          club={chosen}
          limits={{ capacity: env().PLENUM_ROOM_CAPACITY, overflowRooms: env().PLENUM_OVERFLOW_ROOMS }}
        />
      </NextIntlClientProvider>
    </div>
  );
}

function oneOfEach(asked: Asked): Record<string, string> {
  const known = ["club", "when", "show", "date"] as const;
  return Object.fromEntries(
    known.flatMap((name) => (typeof asked[name] === "string" ? [[name, asked[name]] as const] : [])),
  );
}

const DAY_MS = 24 * 60 * 60_000;

type LaterProps = { asked: Record<string, string>; clubs: readonly RoomClub[]; club: string | null };

/** The same for another day: what is planned, alone or as an extra episode of a show. */
async function Later({ asked, clubs, club }: LaterProps) {
  const caller = await callerOfPage();
  const [t, locale, own, { common, refusals, shows, newRoom }, of] = await Promise.all([
    getTranslations("shows"),
    getLocale(),
    getTimeZone(),
    getMessages(),
    asked.show ? readShow(caller, { slug: asked.show }) : null,
  ]);
  const show = of && canWithShow(of.role, "planEpisode") && !of.endedAt ? of : null;
  const zone = show?.zone ?? own;
  const { title = "", description = "", topics = [], language = locale, minutes = 60 } = show ?? {};
  const { kind = "open", guestsAllowed = true, opensItself = false } = show ?? {};
  const tomorrow = clockAt(new Date(Date.now() + DAY_MS), zone).slice(0, 10);
  const day = /^\d{4}-\d{2}-\d{2}$/.test(asked.date ?? "") ? asked.date : tomorrow;
  return (
    <div className="wrap-page max-w-2xl pb-28 pt-4">
      <h1 className="written text-3xl font-bold md:text-4xl">{show ? isolated(show.title) : t("oneHeading")}</h1>
      <p className="mt-1 text-soft">{show ? t("addEpisode") : t("oneText")}</p>
      {!show && <NowOrLater asked={asked} />}
      <NextIntlClientProvider messages={{ common, refusals, shows, newRoom: { kind: newRoom.kind } }}>
        <div className="mt-8">
          <NewEpisode
            initial={{
              ...{ title, description, topics, language, minutes, kind, guestsAllowed, opensItself, zone },
              at: `${day}T20:00`,
            }}
            zones={knownZones()}
            clubs={clubs}
            club={show ? (show.club?.id ?? null) : club}
            show={show}
          />
        </div>
      </NextIntlClientProvider>
    </div>
  );
}

/** Whether the room is to be live at once or is announced for another day. */
async function NowOrLater({ asked }: { asked: Record<string, string> }) {
  const t = await getTranslations("shows");
  const { when, ...others } = asked;
  const now = new URLSearchParams(others);
  const later = new URLSearchParams({ ...others, when: "later" });
  return (
    <nav aria-label={t("when")} className="mb-8 mt-4 flex gap-2">
      <Link
        href={now.size > 0 ? `/rooms/new?${now}` : "/rooms/new"}
        aria-current={when !== "later" || undefined}
        className={buttonClass(when === "later" ? "plain" : "act", "small")}
      >
        {t("now")}
      </Link>
      <Link
        href={`/rooms/new?${later}`}
        aria-current={when === "later" || undefined}
        className={buttonClass(when === "later" ? "act" : "plain", "small")}
      >
        {t("later")}
      </Link>
    </nav>
  );
}
