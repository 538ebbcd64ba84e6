import { useTranslations } from "next-intl";

/** What a club asks of everybody who comes in. */
export function ClubRules({ rules }: { rules: string }) {
  const t = useTranslations("clubs");
  if (rules === "") return null;
  return (
    <section aria-labelledby="rules" className="mt-8 rounded-lg border border-line bg-card p-5">
      <h2 id="rules" className="mb-2 text-xl font-bold">
        {t("rules")}
      </h2>
      <p dir="auto" className="written max-w-prose whitespace-pre-line">
        {rules}
      </p>
    </section>
  );
}
