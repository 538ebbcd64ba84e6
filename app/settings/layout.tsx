import type { Metadata } from "next";
import { NextIntlClientProvider } from "next-intl";
import { getMessages, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { SettingsFrame } from "@/components/settings/settings-frame";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings");
  return { title: t("title"), robots: { index: false } };
}

export default async function SettingsLayout({ children }: { children: ReactNode }) {
  const { account, common, portrait, refusals, settings } = await getMessages();
  return (
    <div className="wrap-page max-w-5xl pb-28 pt-4 md:pt-10">
      <NextIntlClientProvider messages={{ account, common, portrait, refusals, settings }}>
        <SettingsFrame>{children}</SettingsFrame>
      </NextIntlClientProvider>
    </div>
  );
}
