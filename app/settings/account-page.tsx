import Link from "next/link";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { NameLink } from "@/components/frame/name-link";
import { ChangePortrait } from "@/components/profile/portrait/change-portrait";
import { ChangeAddress } from "@/components/settings/change-address";
import { ProfileSwitch } from "@/components/settings/profile-switch";
import { Providers } from "@/components/settings/providers";
import { Section } from "@/components/settings/section";
import { Sessions } from "@/components/settings/sessions";
import { SignOut } from "@/components/settings/sign-out";
import { buttonClass } from "@/components/ui/button";
import { signInMethods } from "@/lib/server/account/sign-in-methods";
import { sessionOfPage, viewer } from "@/lib/server/callers/session";
import { mailWay } from "@/lib/server/mail/send-mail";
import { mySessions } from "@/lib/server/queries/account/my-sessions";
import { myWishes } from "@/lib/server/queries/people/my-wishes";
import { memberOfPage } from "./member";

/** Who I am here, how I sign in, and where I am signed in. */
export async function AccountPage({ path }: { path: string }) {
  const caller = await memberOfPage(path);
  const [t, account, me, wishes, methods, session] = await Promise.all([
    getTranslations("settings"),
    getTranslations("account"),
    viewer(),
    myWishes(caller),
    signInMethods(caller.id),
    sessionOfPage(),
  ]);
  if (!me) redirect(`/sign-in?next=${path}`);
  const sessions = await mySessions(caller.id, session);
  return (
    <>
      <Section title={t("profileTitle")} lead={t("profileLead")}>
        <div className="flex flex-wrap items-center gap-4">
          <ChangePortrait person={me} className="size-14" />
          <p className="min-w-0 flex-1 basis-40">
            <NameLink person={me} className="block font-semibold" />
            <span className="block text-sm text-soft">
              <bdi>@{me.handle}</bdi>
            </span>
          </p>
          <Link href={`/people/${me.handle}`} className={buttonClass()}>
            {t("toProfile")}
          </Link>
        </div>
        {wishes.hat && (
          <div className="mt-4">
            <ProfileSwitch wish="hideHat" initial={wishes.hideHat} />
          </div>
        )}
      </Section>
      {(mailWay() !== null || methods.providers.length > 0) && (
        <Section title={account("methods.title")} lead={account("methods.lead")}>
          {mailWay() !== null && <ChangeAddress initial={methods.email} mailOnPage={mailWay() === "page"} />}
          <Providers initial={methods.providers} />
        </Section>
      )}
      <Section title={t("sessionsTitle")} lead={t("sessionsLead")}>
        <Sessions initial={sessions} />
        <SignOut />
      </Section>
    </>
  );
}
