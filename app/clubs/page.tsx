import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClubLists } from "@/components/clubs/club-lists";
import { callerOfPage } from "@/lib/server/callers/session";
import { clubs, myClubs } from "@/lib/server/queries/clubs/clubs";

type Props = { searchParams: Promise<{ after?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("clubs");
  return { title: t("title"), description: t("text") };
}

export default async function ClubsPage({ searchParams }: Props) {
  const [caller, { after }] = await Promise.all([callerOfPage(), searchParams]);
  const from = typeof after === "string" ? after : null;
  const [page, mine] = await Promise.all([
    clubs(caller, from),
    caller?.kind === "member" && from === null ? myClubs(caller) : [],
  ]);
  return (
    <div className="wrap-page max-w-4xl pb-28 pt-4">
      <ClubLists mine={mine} page={page} goesOn={from !== null} />
    </div>
  );
}
