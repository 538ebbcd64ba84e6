import { getTranslations } from "next-intl/server";
import { memberOfPage } from "@/app/settings/member";
import { BlockedPeople } from "@/components/settings/blocked-people";
import { ProfileSwitch } from "@/components/settings/profile-switch";
import { Section } from "@/components/settings/section";
import { Whereabouts } from "@/components/settings/whereabouts";
import { myBlocks } from "@/lib/server/queries/account/my-blocks";
import { myWishes } from "@/lib/server/queries/people/my-wishes";

/** Who sees what of me, who may call me, and whom I blocked. */
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
      <Section title={account("seen.title")} lead={account("seen.lead")}>
        <div className="flex flex-col gap-3">
          <ProfileSwitch wish="protect" initial={wishes.protect} />
          <Whereabouts initial={wishes.whereabouts} />
        </div>
      </Section>
      <Section title={t("quietTitle")} lead={t("quietLead")}>
        <ProfileSwitch wish="quiet" initial={wishes.quiet} />
      </Section>
      <Section title={account("blocked.title")} lead={account("blocked.lead")}>
        <BlockedPeople initial={blocks} />
      </Section>
    </>
  );
}
