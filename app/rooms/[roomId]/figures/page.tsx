import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { NextIntlClientProvider } from "next-intl";
import { getFormatter, getMessages, getTranslations } from "next-intl/server";
import { cache } from "react";
import { RoomFigures } from "@/components/figures/room-figures";
import { buttonClass } from "@/components/ui/button";
import { type RoomId, toId } from "@/lib/domain/ids";
import { isolated } from "@/lib/domain/text/isolated";
import { callerOfPage } from "@/lib/server/callers/session";
import { roomFigures } from "@/lib/server/queries/figures/room-figures";

type Props = { params: Promise<{ roomId: string }> };

/** The figures of a room that is over, for whoever led it. */
const load = cache(async (id: string) => {
  const roomId = toId<RoomId>(id);
  return roomId && roomFigures(await callerOfPage(), roomId);
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [figures, t] = await Promise.all([load((await params).roomId), getTranslations("figures")]);
  return figures ? { title: t("heading", { title: isolated(figures.title) }), robots: { index: false } } : {};
}

export default async function FiguresPage({ params }: Props) {
  const { roomId } = await params;
  const figures = await load(roomId);
  if (!figures) notFound();
  const [t, format, { common }] = await Promise.all([getTranslations("figures"), getFormatter(), getMessages()]);
  const { title, language, from, to } = figures;
  return (
    <div className="wrap-page max-w-3xl pb-28 pt-4">
      <h1 className="written text-3xl font-bold md:text-4xl">{t("heading", { title: isolated(title) })}</h1>
      <p className="mt-1 text-soft">
        {format.dateTimeRange(new Date(from), new Date(to), {
          dateStyle: "long",
          timeStyle: "short",
          hourCycle: "h23",
        })}
      </p>
      <NextIntlClientProvider messages={{ common }}>
        <RoomFigures roomId={roomId} language={language} figures={figures} />
      </NextIntlClientProvider>
      <p className="mt-4">
        <Link href={`/rooms/${roomId}`} className={buttonClass("plain")}>
          {t("toRoom")}
        </Link>
      </p>
    </div>
  );
}
