import { redirect } from "next/navigation";
import { sharedTo } from "@/lib/domain/sharing/shared-to";
import { env } from "@/lib/env";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** What a system shares to the installed app (app/manifest.ts) comes here, and goes on to what it is about. */
export default async function SharePage({ searchParams }: Props) {
  const { title, text, url } = await searchParams;
  const shared = { title: firstOf(title), text: firstOf(text), url: firstOf(url) };
  redirect(sharedTo(shared, new URL(env().PLENUM_URL).origin));
}

const firstOf = (value: string | string[] | undefined): string | undefined => (Array.isArray(value) ? value[0] : value);
