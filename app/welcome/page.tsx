import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { NextIntlClientProvider } from "next-intl";
import { getMessages, getTranslations } from "next-intl/server";
import { NameScreen } from "@/components/onboarding/name-screen";
import { PeopleScreen } from "@/components/onboarding/people-screen";
import { TastesScreen } from "@/components/onboarding/tastes-screen";
import { WelcomeFrame } from "@/components/onboarding/welcome-frame";
import { languagesOf } from "@/lib/domain/onboarding/languages";
import { readWelcome } from "@/lib/domain/onboarding/welcome";
import { callerOfPage } from "@/lib/server/callers/session";
import { firstRoom } from "@/lib/server/queries/onboarding/first-room";
import { type Newcomer, newcomer } from "@/lib/server/queries/onboarding/newcomer";
import { oftenTalkedAbout } from "@/lib/server/queries/onboarding/often-talked-about";

type Props = { searchParams: Promise<{ step?: string | string[]; next?: string | string[] }> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const [t, asked] = await Promise.all([getTranslations("welcome"), searchParams]);
  // A reader says the title at each screen, so each has its own.
  return { title: t(`${readWelcome(asked).step}.title`), robots: { index: false } };
}

/** Everybody comes by here who has signed in; only newcomers stay, for three screens at most. */
export default async function WelcomePage({ searchParams }: Props) {
  const { step, next } = readWelcome(await searchParams);
  const caller = await callerOfPage();
  if (caller?.kind !== "member") redirect(next);
  const person = await newcomer(caller.id);
  // The last screen ends the welcome as it appears, and stays there through a reload.
  if (!person && step !== "people") redirect(next);
  if (person && !person.isNamed) redirect(`/sign-in/name?next=${encodeURIComponent(next)}`);
  const { common, hallway, profile, refusals, signIn, welcome } = await getMessages();
  return (
    <NextIntlClientProvider messages={{ common, hallway, profile, refusals, signIn, welcome }}>
      <WelcomeFrame step={step}>
        {person && step === "name" && <NameScreen name={person.name} handle={person.handle} next={next} />}
        {person && step === "tastes" && <Tastes person={person} next={next} />}
        {step === "people" && <PeopleScreen room={await firstRoom(caller)} next={next} />}
      </WelcomeFrame>
    </NextIntlClientProvider>
  );
}

async function Tastes({ person: { topics, languages }, next }: { person: Newcomer; next: string }) {
  const [often, asked] = await Promise.all([oftenTalkedAbout(), headers()]);
  const spoken = languages.length > 0 ? languages : languagesOf(asked.get("accept-language"));
  return <TastesScreen topics={topics} languages={spoken} often={often} next={next} />;
}
