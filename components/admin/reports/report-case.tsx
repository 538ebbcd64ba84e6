"use client";

import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { NameLink } from "@/components/frame/name-link";
import { Button } from "@/components/ui/button";
import { useSaid } from "@/components/ui/name";
import { isolated } from "@/lib/domain/text/isolated";
import type { ReportCaseView } from "@/lib/wire/reports/views";
import { DecideAppeal } from "./decide-appeal";
import { DecideCase } from "./decide-case";
import { EvidenceList } from "./evidence-list";
import { NoteForm } from "./note-form";
import { Said } from "./said";
import { useCaseActs } from "./use-case-acts";

type ReportCaseProps = { one: ReportCaseView; myId: string };

/** A case: what it is, what was there, who says what, and what is decided about it. */
export function ReportCase({ one, myId }: ReportCaseProps) {
  const t = useTranslations("reports.case");
  const queue = useTranslations("reports.queue");
  const words = useTranslations("reports.form");
  const format = useFormatter();
  const said = useSaid();
  const acts = useCaseActs(one.id);
  const { kind, title, path, person, assignedTo, evidence, filed, notes, decision, appeals, before } = one;
  const isLink = path.startsWith("/");
  return (
    <>
      <h1 className="written mb-2 text-3xl font-bold md:text-4xl">
        {queue(`kinds.${kind}`, { title: isolated(title) })}
      </h1>
      <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-soft">
        {isLink ? (
          <Link href={path} prefetch={false} className="underline">
            {t("open")}
          </Link>
        ) : (
          <bdi className="wrap-anywhere">{path}</bdi>
        )}
        {person && (
          <span>
            {t.rich("about", { name: said(person), person: (name) => <NameLink person={person}>{name}</NameLink> })}
          </span>
        )}
        {before > 0 && <span>{t("before", { count: before })}</span>}
      </p>
      {!decision && (
        <p className="mt-4 flex flex-wrap items-center gap-3">
          {assignedTo?.id === myId ? t("mine") : assignedTo ? t("with", { name: said(assignedTo) }) : t("nobodys")}
          {assignedTo?.id !== myId && (
            <Button size="small" onClick={() => void acts.take()}>
              {t("take")}
            </Button>
          )}
        </p>
      )}
      <Part title={t("filed", { count: one.reports })}>
        {filed.map(({ id, at, reason, text, name, by }) => (
          <Said key={id} at={at} by={by ? said(by) : isolated(name) || t("withoutAccount")}>
            <span className="font-semibold">{words(`reasons.${reason}`)}</span> {text}
          </Said>
        ))}
      </Part>
      <Part title={t("evidence")}>
        {evidence === null ? <p className="text-soft">{t("evidenceGone")}</p> : <EvidenceList evidence={evidence} />}
      </Part>
      <Part title={t("notes")}>
        {notes.map(({ id, at, text, by }) => (
          <Said key={id} at={at} by={by ? said(by) : "?"}>
            {text}
          </Said>
        ))}
        <NoteForm onNote={acts.note} />
      </Part>
      {decision ? (
        <Part title={t("decided", { day: format.dateTime(new Date(decision.at), { dateStyle: "long" }) })}>
          <Said at={decision.at} by={decision.by ? said(decision.by) : "?"}>
            <span className="font-semibold">{queue(`measures.${decision.measure}`)}</span> {decision.words}
          </Said>
        </Part>
      ) : (
        <Part title={t("decide")}>
          <DecideCase measures={one.measures} reason={one.reasons[0] ?? "other"} onDecide={acts.decide} />
        </Part>
      )}
      {appeals.map(({ id, side, text, at, decided }) => (
        <Part key={id} title={t(`appeals.${side}`)}>
          <Said at={at} by={t(`sides.${side}`)}>
            {text}
          </Said>
          {decided ? (
            <Said at={decided.at} by={t(decided.upheld ? "upheld" : "overturned")}>
              {decided.words}
            </Said>
          ) : decision?.by?.id === myId ? (
            <p className="text-soft">{t("byAnother")}</p>
          ) : (
            <DecideAppeal onDecide={(input) => acts.decideAppeal(id, input)} />
          )}
        </Part>
      ))}
    </>
  );
}

const Part = ({ title, children }: { title: string; children: React.ReactNode }) => (
  <section className="mt-8">
    <h2 className="mb-3 text-xl font-bold">{title}</h2>
    {children}
  </section>
);
