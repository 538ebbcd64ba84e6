import Link from "next/link";
import { useTranslations } from "next-intl";

type ReportLinkProps = { path: string; message?: number; className?: string };

/** Leads to the form that reports what is at `path`, or the message of that number in its chat. The room one is in goes on meanwhile. */
export function ReportLink({ path, message, className = "text-soft underline" }: ReportLinkProps) {
  const t = useTranslations("common");
  const about = `about=${encodeURIComponent(path)}${message === undefined ? "" : `&message=${message}`}`;
  return (
    <Link href={`/report?${about}`} prefetch={false} className={className}>
      {t("report")}
    </Link>
  );
}
