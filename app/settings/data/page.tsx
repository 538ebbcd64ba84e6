import { getTranslations } from "next-intl/server";
import { memberOfPage } from "@/app/settings/member";
import { DataExport } from "@/components/settings/data-export";
import { GiveUpAccount } from "@/components/settings/give-up-account";
import { Section } from "@/components/settings/section";
import { sessionOfPage } from "@/lib/server/callers/session";
import { myExport } from "@/lib/server/queries/account/my-export";

/** All that is kept of me: to take along, and to delete. */
export default async function DataPage() {
  const caller = await memberOfPage("/settings/data");
  const [t, asked] = await Promise.all([
    getTranslations("account"),
    sessionOfPage().then((session) => myExport(caller.id, session)),
  ]);
  return (
    <>
      <Section title={t("export.title")} lead={t("export.lead")}>
        <DataExport initial={asked} />
      </Section>
      <Section title={t("giveUp.title")} lead={t("giveUp.lead")}>
        <GiveUpAccount />
      </Section>
    </>
  );
}
