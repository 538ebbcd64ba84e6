import { getTranslations } from "next-intl/server";
import { EmbedCard } from "@/components/embed/embed-card";

/** Of a room that is not there, and of one that not everybody may know of: the same. */
export default async function EmbedNotFound() {
  const t = await getTranslations("embed.notThere");
  return (
    <EmbedCard href="/">
      <h1 className="text-lg font-bold">{t("title")}</h1>
      <p className="text-sm text-soft">{t("text")}</p>
    </EmbedCard>
  );
}
