import { useTranslations } from "next-intl";
import { isolated } from "@/lib/domain/text/isolated";

type RulesAtDoorProps = { name: string; rules: string; isMember: boolean };

/** What a club asks of everybody in its rooms, before one comes in. Members have read it, and unfold it where they want to. */
export function RulesAtDoor({ name, rules, isMember }: RulesAtDoorProps) {
  const t = useTranslations("room.clubRules");
  return (
    <details open={!isMember} className="mt-4 max-w-prose rounded-lg border border-line bg-card px-4 py-1">
      <summary className="written flex min-h-11 cursor-pointer items-center font-semibold">
        {t("title", { name: isolated(name) })}
      </summary>
      <p dir="auto" className="written max-h-48 overflow-y-auto whitespace-pre-line pb-2 text-sm">
        {rules}
      </p>
      <p className="pb-3 text-sm text-soft">{t("accept")}</p>
    </details>
  );
}
