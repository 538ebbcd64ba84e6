import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { NextIntlClientProvider } from "next-intl";
import { getLocale, getMessages, getTranslations } from "next-intl/server";
import { NewRoom } from "@/components/room-form/new-room";
import { env } from "@/lib/env";
import { callerOfPage } from "@/lib/server/callers/session";
import { myClubs } from "@/lib/server/queries/clubs/clubs";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("newRoom");
  return { title: t("open") };
}

type Props = {
  /** `club`: the handle of the club to open it in. */
  searchParams: Promise<{ club?: string | string[] }>;
};

export default async function NewRoomPage({ searchParams }: Props) {
  const caller = await callerOfPage();
  const { club } = await searchParams;
  const path = typeof club === "string" ? `/rooms/new?${new URLSearchParams({ club })}` : "/rooms/new";
  if (caller?.kind !== "member") redirect(`/sign-in?${new URLSearchParams({ next: path })}`);
  const [t, locale, { common, refusals, newRoom }, mine] = await Promise.all([
    getTranslations("newRoom"),
    getLocale(),
    getMessages(),
    myClubs(caller),
  ]);
  const clubs = mine.filter(({ role }) => role !== null).map(({ id, handle, name }) => ({ id, handle, name }));
  return (
    <div className="wrap-page max-w-2xl pb-28 pt-4">
      <h1 className="text-3xl font-bold md:text-4xl">{t("heading")}</h1>
      <p className="mb-8 mt-1 text-soft">{t("text")}</p>
      <NextIntlClientProvider messages={{ common, refusals, newRoom }}>
        <NewRoom
          language={locale}
          clubs={clubs}
          club={clubs.find(({ handle }) => handle === club)?.id ?? null}
          limits={{ capacity: env().PLENUM_ROOM_CAPACITY, overflowRooms: env().PLENUM_OVERFLOW_ROOMS }}
        />
      </NextIntlClientProvider>
    </div>
  );
}
