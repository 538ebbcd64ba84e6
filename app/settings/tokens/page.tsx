import { getTranslations } from "next-intl/server";
import { memberOfPage } from "@/app/settings/member";
import { AccessTokens } from "@/components/settings/access-tokens";
import { Section } from "@/components/settings/section";
import { accessTokens } from "@/lib/server/queries/sign-in/access-tokens";

/** What my own scripts sign in with. */
export default async function TokensPage() {
  const caller = await memberOfPage("/settings/tokens");
  const [t, tokens] = await Promise.all([getTranslations("settings"), accessTokens(caller.id)]);
  return (
    <Section title={t("tokensTitle")} lead={t("tokensLead")}>
      <AccessTokens initial={tokens} />
    </Section>
  );
}
