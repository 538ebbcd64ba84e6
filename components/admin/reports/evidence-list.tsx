import { useTranslations } from "next-intl";
import { classes } from "@/components/ui/classes";
import { Tag } from "@/components/ui/tag";
import type { Evidence } from "@/lib/wire/reports/views";
import { Said } from "./said";

/** What was there when it was reported. The message that is meant stands out among those around it. */
export function EvidenceList({ evidence }: { evidence: Evidence }) {
  const t = useTranslations("reports.case");
  if (evidence.length === 0) return <p className="text-soft">{t("noEvidence")}</p>;
  return (
    <div className="max-h-120 overflow-y-auto rounded-lg border border-line bg-card px-4">
      {evidence.map(({ name, by, at, text }) => (
        <div key={`${at} ${name} ${by} ${text}`} className={classes(name === "message" && "-mx-4 bg-glow px-4")}>
          <Said at={at} by={by}>
            <span className="me-1.5 inline-block align-middle">
              <Tag>{name}</Tag>
            </span>
            {text}
          </Said>
        </div>
      ))}
    </div>
  );
}
