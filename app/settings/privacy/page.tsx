import { getTranslations } from "next-intl/server";
import { memberOfPage } from "@/app/settings/member";
import { BlockedPeople } from "@/components/settings/blocked-people";
import { ProfileSwitch } from "@/components/settings/profile-switch";
import { Section } from "@/components/settings/section";
import { myBlocks } from "@/lib/server/queries/account/my-blocks";
import { myWishes } from "@/lib/server/queries/people/my-wishes";

/** Who may call me, and whom I blocked. */
export default async function PrivacyPage() {
  const caller = await memberOfPage("/settings/privacy");
  const [t, account, wishes, blocks] = await Promise.all([
    getTranslations("settings"),
    getTranslations("account"),
    myWishes(caller),
    myBlocks(caller, null),
  ]);
  return (
    <>
      <Section title={t("quietTitle")} lead={t("quietLead")}>
        <ProfileSwitch wish="quiet" initial={wishes.quiet} />
      </Section>
      <Section title={account("blocked.title")} lead={account("blocked.lead")}>
        <BlockedPeople initial={blocks} />
      </Section>
    </>
  );
}
