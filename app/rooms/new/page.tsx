import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { NextIntlClientProvider } from "next-intl";
import { getLocale, getMessages, getTranslations } from "next-intl/server";
import { NewRoom } from "@/components/room-form/new-room";
import { env } from "@/lib/env";
import { callerOfPage } from "@/lib/server/callers/session";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("newRoom");
  return { title: t("open") };
}

export default async function NewRoomPage() {
  const caller = await callerOfPage();
  if (caller?.kind !== "member") redirect("/sign-in?next=/rooms/new");
  const [t, locale, { common, refusals, newRoom }] = await Promise.all([
    getTranslations("newRoom"),
    getLocale(),
    getMessages(),
  ]);
  return (
    <div className="wrap-page max-w-2xl pb-28 pt-4">
      <h1 className="text-3xl font-bold md:text-4xl">{t("heading")}</h1>
      <p className="mb-8 mt-1 text-soft">{t("text")}</p>
      <NextIntlClientProvider messages={{ common, refusals, newRoom }}>
        <NewRoom
          language={locale}
          limits={{ capacity: env().PLENUM_ROOM_CAPACITY, overflowRooms: env().PLENUM_OVERFLOW_ROOMS }}
        />
      </NextIntlClientProvider>
    </div>
  );
}
