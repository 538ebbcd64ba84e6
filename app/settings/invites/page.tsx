import { getTranslations } from "next-intl/server";
import { memberOfPage } from "@/app/settings/member";
import { InviteCodes } from "@/components/settings/invite-codes";
import { Section } from "@/components/settings/section";
import { env } from "@/lib/env";
import { myInviteCodes } from "@/lib/server/queries/invite-codes/my-invite-codes";

/** By what I bring others here. */
export default async function InvitesPage() {
  const caller = await memberOfPage("/settings/invites");
  const [t, codes] = await Promise.all([getTranslations("account.invites"), myInviteCodes(caller.id)]);
  return (
    <Section title={t("title")} lead={t("lead")}>
      {env().PLENUM_SIGN_UP === "closed" && <p className="mb-5 rounded-md bg-glow px-4 py-3">{t("closed")}</p>}
      <InviteCodes initial={codes} />
    </Section>
  );
}
