import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { buttonClass } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("common");
  return { title: t("notFound.title") };
}

export default async function NotFound() {
  const t = await getTranslations("common");
  return (
    <div className="wrap-page max-w-2xl py-10">
      <Empty title={t("notFound.title")} text={t("notFound.text")} wholePage>
        <Link href="/" className={buttonClass("act")}>
          {t("toHallway")}
        </Link>
      </Empty>
    </div>
  );
}
