import Settings2 from "lucide-react/icons/settings-2";
import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { NextIntlClientProvider } from "next-intl";
import { getMessages, getTranslations } from "next-intl/server";
import { MarkSeen } from "@/components/notifications/mark-seen";
import { NotificationList } from "@/components/notifications/notification-list";
import { PushOffer } from "@/components/notifications/push-offer";
import { buttonClass } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { callerOfPage, viewer } from "@/lib/server/callers/session";
import { pushKey } from "@/lib/server/notifications/push-key";
import { myNotifications } from "@/lib/server/queries/notifications/my-notifications";

type Props = { searchParams: Promise<{ before?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("notifications");
  return { title: t("title"), robots: { index: false } };
}

export default async function NotificationsPage({ searchParams }: Props) {
  const [caller, me, { before }] = await Promise.all([callerOfPage(), viewer(), searchParams]);
  if (caller?.kind !== "member" || !me?.handle) redirect("/sign-in?next=/notifications");
  const place = typeof before === "string" ? before : null;
  const [t, ofAll, { common, refusals, notifications: texts }, page] = await Promise.all([
    getTranslations("notifications"),
    getTranslations("common"),
    getMessages(),
    myNotifications(caller, place),
  ]);
  const { notifications, next } = page;
  const newest = notifications[0];
  return (
    <div className="wrap-page max-w-2xl pb-28 pt-4 md:pt-10">
      <NextIntlClientProvider messages={{ common, refusals, notifications: texts }}>
        <div className="mb-6 flex items-center gap-3">
          <h1 className="flex-1 text-3xl font-bold md:text-4xl">{t("title")}</h1>
          <Link href="/settings/notifications" aria-label={t("toSettings")} className={buttonClass("quiet", "icon")}>
            <Settings2 className="size-5" aria-hidden="true" />
          </Link>
        </div>
        {place === null && <PushOffer pushKey={pushKey()?.publicKey ?? null} />}
        {newest && place === null && <MarkSeen until={newest.at} />}
        {newest ? (
          <NotificationList notifications={notifications} me={{ id: caller.id, handle: me.handle }} />
        ) : (
          <Empty title={t("none")} text={t("noneText")}>
            <Link href="/" className={buttonClass("act")}>
              {ofAll("toHallway")}
            </Link>
          </Empty>
        )}
        <nav className="mt-6 flex flex-wrap gap-3 empty:hidden">
          {place !== null && (
            <Link href="/notifications" className={buttonClass()}>
              {t("newest")}
            </Link>
          )}
          {next && (
            <Link href={`/notifications?before=${encodeURIComponent(next)}`} className={buttonClass("act")}>
              {t("more")}
            </Link>
          )}
        </nav>
      </NextIntlClientProvider>
    </div>
  );
}
