import { NextIntlClientProvider } from "next-intl";
import { getMessages, getTranslations } from "next-intl/server";
import { memberOfPage } from "@/app/settings/member";
import { MutedPeople } from "@/components/notifications/muted-people";
import { NotificationSettings } from "@/components/notifications/notification-settings";
import { PushSwitch } from "@/components/notifications/push-switch";
import { CalendarAddress } from "@/components/reminders/calendar-address";
import { Section } from "@/components/settings/section";
import { mailWay } from "@/lib/server/mail/send-mail";
import { pushKey } from "@/lib/server/notifications/push-key";
import { mutedPeople } from "@/lib/server/queries/notifications/muted-people";
import { notificationSettings } from "@/lib/server/queries/notifications/notification-settings";
import { calendarAddress } from "@/lib/server/queries/reminders/calendar-key";

/** How I am told: by which channels, when not, and of whom not; and where my calendar program reads what I come to. */
export default async function NotificationSettingsPage() {
  const caller = await memberOfPage("/settings/notifications");
  const [t, feed, { common, refusals, notifications, reminders }, settings, { people }, address] = await Promise.all([
    getTranslations("notifications.settings"),
    getTranslations("reminders.feed"),
    getMessages(),
    notificationSettings(caller, { mails: mailWay() !== null }),
    mutedPeople(caller),
    calendarAddress(caller),
  ]);
  return (
    <NextIntlClientProvider messages={{ common, refusals, notifications, reminders }}>
      <Section title={t("title")} lead={t("lead")}>
        <NotificationSettings initial={settings} />
        <div className="mt-5 border-t border-line pt-5">
          <PushSwitch pushKey={pushKey()?.publicKey ?? null} />
        </div>
        <MutedPeople initial={people} />
      </Section>
      <Section title={feed("title")} lead={feed("lead")}>
        <CalendarAddress initial={address} />
      </Section>
    </NextIntlClientProvider>
  );
}
