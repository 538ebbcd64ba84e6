import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { NextIntlClientProvider } from "next-intl";
import { getMessages, getTranslations } from "next-intl/server";
import { AdminDesk } from "@/components/admin/admin-desk";
import { Overview } from "@/components/admin/overview/overview";
import { callerOfPage } from "@/lib/server/callers/session";
import { adminHistory } from "@/lib/server/queries/admin/admin-history";
import { adminLimits } from "@/lib/server/queries/admin/admin-limits";
import { adminLog } from "@/lib/server/queries/admin/admin-log";
import { adminNumbers } from "@/lib/server/queries/admin/admin-numbers";
import { adminRooms } from "@/lib/server/queries/admin/admin-rooms";

export async function generateMetadata(): Promise<Metadata> {
  const caller = await callerOfPage();
  // A person who may not know of the page learns nothing from its title either.
  if (!caller?.admin) return {};
  return { title: (await getTranslations("admin"))("title"), robots: { index: false } };
}

/** For admins; for everyone else there is no such page. */
export default async function AdminPage() {
  const caller = await callerOfPage();
  const [rooms, log, numbers, history, limits] = await Promise.all([
    adminRooms(caller),
    adminLog(caller, null),
    adminNumbers(caller),
    adminHistory(caller, "day", new Date()),
    adminLimits(caller),
  ]);
  if (!rooms || !log || !numbers || !history || !limits) notFound();
  const [t, { common, refusals, admin }] = await Promise.all([getTranslations("admin"), getMessages()]);
  return (
    <div className="wrap-page pb-28 pt-4 md:pt-10">
      <h1 className="mb-6 text-3xl font-bold md:text-4xl">{t("title")}</h1>
      <p className="mb-6">
        <Link href="/admin/reports" className="underline">
          {t("toReports")}
        </Link>
      </p>
      <NextIntlClientProvider messages={{ common, refusals, admin }}>
        <Overview numbers={numbers} history={history} limits={limits} />
        <div className="mt-10">
          <AdminDesk rooms={rooms} log={log} />
        </div>
      </NextIntlClientProvider>
    </div>
  );
}
