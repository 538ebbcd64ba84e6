import { useFormatter, useTranslations } from "next-intl";
import { isolated } from "@/lib/domain/text/isolated";
import type { DecisionView } from "@/lib/wire/reports/views";
import { AppealForm } from "./appeal-form";

type DecisionCardProps = { decisionKey: string; view: DecisionView };

const DAY = { dateStyle: "long" } as const;

/** Where a report stands, what was decided and why, and the way to a second person. Of who reported nothing is said to the other side. */
export function DecisionCard({ decisionKey, view }: DecisionCardProps) {
  const t = useTranslations("reports.decision");
  const words = useTranslations("reports.form");
  const format = useFormatter();
  const { side, kind, title, report, state, decision, appeal, mayAppeal } = view;
  const day = (at: string): string => format.dateTime(new Date(at), DAY);
  return (
    <>
      <h1 className="written mb-2 text-3xl font-bold md:text-4xl">
        {t(side === "reporter" ? "ofReport" : "aboutYou", { kind, title: isolated(title) })}
      </h1>
      <p className="mb-8 text-soft" data-testid="report-state">
        {t(`states.${state}`)}
      </p>
      {report && (
        <Part title={t("yourReport", { day: day(report.at) })}>
          <p className="font-semibold">{words(`reasons.${report.reason}`)}</p>
          <Words text={report.text} />
        </Part>
      )}
      {!decision && <p className="text-soft">{t("keep")}</p>}
      {decision && (
        <Part title={t("decided", { day: day(decision.at) })}>
          <p className="font-semibold" data-testid="measure">
            {t(`measures.${decision.measure}`)}
          </p>
          <p className="text-soft">
            {t("ground", {
              ground: decision.ground === "nothing_found" ? t("nothingFound") : words(`reasons.${decision.ground}`),
            })}
          </p>
          <Words text={decision.words} />
        </Part>
      )}
      {appeal && (
        <Part title={t("yourAppeal", { day: day(appeal.at) })}>
          <Words text={appeal.text} />
          <p className="font-semibold" data-testid="appeal-state">
            {appeal.decided ? t(appeal.decided.upheld ? "upheld" : "overturned") : t("appealOpen")}
          </p>
          {appeal.decided && <Words text={appeal.decided.words} />}
        </Part>
      )}
      {decision && mayAppeal && (
        <Part title={t("appealTitle")}>
          <p className="mb-3 text-soft">{t("appealText", { day: day(decision.appealsUntil) })}</p>
          <AppealForm decisionKey={decisionKey} />
        </Part>
      )}
      {decision && <p className="mt-8 max-w-prose text-sm text-soft">{t("otherWays")}</p>}
    </>
  );
}

function Part({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section className="mb-6 rounded-lg border border-line bg-card p-5">
      <h2 className="mb-2 text-lg font-bold">{title}</h2>
      {children}
    </section>
  );
}

const Words = ({ text }: { text: string }) =>
  text && (
    <p dir="auto" className="written whitespace-pre-line">
      {text}
    </p>
  );
