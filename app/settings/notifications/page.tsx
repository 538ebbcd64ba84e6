import { NextIntlClientProvider } from "next-intl";
import { getMessages, getTranslations } from "next-intl/server";
import { memberOfPage } from "@/app/settings/member";
import { MutedPeople } from "@/components/notifications/muted-people";
import { NotificationSettings } from "@/components/notifications/notification-settings";
import { PushSwitch } from "@/components/notifications/push-switch";
import { Section } from "@/components/settings/section";
import { mailWay } from "@/lib/server/mail/send-mail";
import { pushKey } from "@/lib/server/notifications/push-key";
import { mutedPeople } from "@/lib/server/queries/notifications/muted-people";
import { notificationSettings } from "@/lib/server/queries/notifications/notification-settings";

/** How I am told: by which channels, when not, and of whom not. */
export default async function NotificationSettingsPage() {
  const caller = await memberOfPage("/settings/notifications");
  const [t, { common, refusals, notifications }, settings, { people }] = await Promise.all([
    getTranslations("notifications.settings"),
    getMessages(),
    notificationSettings(caller, { mails: mailWay() !== null }),
    mutedPeople(caller),
  ]);
  return (
    <NextIntlClientProvider messages={{ common, refusals, notifications }}>
      <Section title={t("title")} lead={t("lead")}>
        <NotificationSettings initial={settings} />
        <div className="mt-5 border-t border-line pt-5">
          <PushSwitch pushKey={pushKey()?.publicKey ?? null} />
        </div>
        <MutedPeople initial={people} />
      </Section>
    </NextIntlClientProvider>
  );
}
