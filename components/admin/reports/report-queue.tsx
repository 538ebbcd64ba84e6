import Link from "next/link";
import { useFormatter, useNow, useTranslations } from "next-intl";
import { classes } from "@/components/ui/classes";
import { Tag } from "@/components/ui/tag";
import { isolated } from "@/lib/domain/text/isolated";
import type { ReportQueue as Queue, QueuedCase } from "@/lib/wire/reports/views";

const SHOWN = ["open", "appeals", "decided"] as const;

type ReportQueueProps = { queue: Queue; show: (typeof SHOWN)[number] };

/** Cases, the gravest and oldest first; how many reported one of them is said, and moves it nowhere. */
export function ReportQueue({ queue: { cases, next }, show }: ReportQueueProps) {
  const t = useTranslations("reports.queue");
  return (
    <>
      <nav aria-label={t("title")} className="mb-4 flex flex-wrap gap-2">
        {SHOWN.map((one) => (
          <Link
            key={one}
            href={`/admin/reports?show=${one}`}
            prefetch={false}
            aria-current={one === show ? "page" : undefined}
            className={classes(
              "inline-flex min-h-11 items-center rounded-full px-4 font-semibold",
              one === show ? "bg-act text-on-act" : "border border-line bg-card",
            )}
          >
            {t(`shown.${one}`)}
          </Link>
        ))}
      </nav>
      {cases.length === 0 && <p className="text-soft">{t(`none.${show}`)}</p>}
      <ul className="border-b border-line">
        {cases.map((one) => (
          <Row key={one.id} one={one} />
        ))}
      </ul>
      {next && (
        <Link
          href={`/admin/reports?show=${show}&after=${next}`}
          prefetch={false}
          className="mt-4 inline-block underline"
        >
          {t("more")}
        </Link>
      )}
    </>
  );
}

function Row({
  one: { id, kind, title, gravity, openedAt, reports, reasons, person, assignedTo, measure },
}: {
  one: QueuedCase;
}) {
  const t = useTranslations("reports.queue");
  const words = useTranslations("reports.form");
  const format = useFormatter();
  const now = useNow();
  return (
    <li
      data-case={id}
      className="relative flex flex-wrap items-center gap-x-4 gap-y-1 border-t border-line py-3 hover:bg-line/30"
    >
      <div className="min-w-0 flex-1 basis-72">
        <Link href={`/admin/reports/${id}`} prefetch={false} className="font-semibold after:absolute after:inset-0">
          <span className="written">{t(`kinds.${kind}`, { title: isolated(title) })}</span>
        </Link>
        <p className="text-sm text-soft">
          {format.list(reasons.map((reason) => words(`reasons.${reason}`)))}
          {person && person.name !== title && ` · ${isolated(person.name)}`}
        </p>
      </div>
      <p className="flex flex-wrap items-center gap-2 text-sm text-soft">
        {gravity === 3 && <Tag>{t("grave")}</Tag>}
        {assignedTo && <Tag>{t("with", { name: isolated(assignedTo.name) })}</Tag>}
        {measure && <Tag>{t(`measures.${measure}`)}</Tag>}
        <span className="tabular-nums">{t("reports", { count: reports })}</span>
        <time dateTime={openedAt}>{format.relativeTime(new Date(openedAt), now)}</time>
      </p>
    </li>
  );
}
