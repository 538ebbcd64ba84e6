import { NextIntlClientProvider } from "next-intl";
import { getMessages, getTranslations } from "next-intl/server";
import { FollowShow } from "@/components/reminders/follow-show";
import { RemindByMail } from "@/components/reminders/remind-by-mail";
import { ReportLink } from "@/components/reports/report-link";
import { subscribeLink } from "@/lib/domain/shows/calendar-link";
import { env } from "@/lib/env";
import { callerOfPage } from "@/lib/server/callers/session";
import { mailWay } from "@/lib/server/mail/send-mail";
import { publicShow } from "@/lib/server/queries/reminders/show-feed";
import { showFollow } from "@/lib/server/queries/reminders/show-follow";

/** Following a show, being reminded of it, and its feeds; nothing for a draft. */
export async function ShowWays({ slug }: { slug: string }) {
  const show = await publicShow(slug);
  if (!show) return null;
  const caller = await callerOfPage();
  const [t, { common, refusals, reminders }, follow] = await Promise.all([
    getTranslations("reminders"),
    getMessages(),
    showFollow(caller, show.id),
  ]);
  const isMember = caller?.kind === "member";
  const feed = new URL(`/shows/${show.slug}/calendar.ics`, env().PLENUM_URL).href;
  return (
    <NextIntlClientProvider messages={{ common, refusals, reminders }}>
      <div className="flex flex-col gap-3">
        <FollowShow showId={show.id} slug={show.slug} initial={follow} isMember={isMember} />
        <p className="flex flex-wrap gap-x-5">
          <a href={subscribeLink(feed)} className="inline-flex min-h-11 items-center underline">
            {t("webcal")}
          </a>
          <a href={`/shows/${show.slug}/rss.xml`} className="inline-flex min-h-11 items-center underline">
            {t("rss")}
          </a>
          <ReportLink path={`/shows/${show.slug}`} className="inline-flex min-h-11 items-center text-soft underline" />
        </p>
        {!isMember && mailWay() && <RemindByMail of={{ showId: show.id }} />}
      </div>
    </NextIntlClientProvider>
  );
}
