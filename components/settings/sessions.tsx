"use client";

import Monitor from "lucide-react/icons/monitor";
import Smartphone from "lucide-react/icons/smartphone";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { useAttempt } from "@/components/frame/use-attempt";
import { Button } from "@/components/ui/button";
import { Tag } from "@/components/ui/tag";
import { call } from "@/lib/client/call";
import type { SessionView } from "@/lib/wire/account/views";

const PHONES = new Set(["iPhone", "iPad", "Android"]);

/** Where I am signed in: each browser with its age and its last use, the present one first; each other can be signed out. */
export function Sessions({ initial }: { initial: SessionView[] }) {
  const t = useTranslations("account.sessions");
  const { sessions, end, endOthers } = useSessions(initial);
  return (
    <div className="mb-6 flex flex-col gap-4">
      <ul className="flex flex-col">
        {sessions.map((session) => (
          <Session key={session.id} session={session} onEnd={() => end(session.id)} />
        ))}
      </ul>
      {sessions.length > 2 && (
        <Button look="end" className="self-start" onClick={endOthers}>
          {t("endOthers")}
        </Button>
      )}
    </div>
  );
}

function Session({ session, onEnd }: { session: SessionView; onEnd: () => void }) {
  const t = useTranslations("account.sessions");
  const format = useFormatter();
  const { browser, system, createdAt, usedAt, current } = session;
  const Icon = system !== null && PHONES.has(system) ? Smartphone : Monitor;
  const device = nameOf(t, browser, system);
  return (
    <li
      data-session={session.id}
      className="flex flex-wrap items-center gap-x-3 gap-y-1 border-line py-3 not-first:border-t"
    >
      <Icon className="size-5 shrink-0 text-soft" aria-hidden="true" />
      <p className="min-w-0 flex-1 basis-48">
        <span className="flex flex-wrap items-center gap-x-2 font-semibold">
          {device}
          {current && <Tag>{t("current")}</Tag>}
        </span>
        <span className="block text-sm text-soft">
          {t("since", { date: format.dateTime(new Date(createdAt), { dateStyle: "medium" }) })}
          {!current &&
            usedAt &&
            ` · ${t("used", { when: format.dateTime(new Date(usedAt), { dateStyle: "medium", timeStyle: "short" }) })}`}
        </span>
      </p>
      {!current && (
        <Button look="end" size="small" onClick={onEnd} aria-label={t("endNamed", { device })}>
          {t("end")}
        </Button>
      )}
    </li>
  );
}

function nameOf(
  t: ReturnType<typeof useTranslations<"account.sessions">>,
  browser: string | null,
  system: string | null,
): string {
  if (browser && system) return t("device", { browser, system });
  return browser ?? system ?? t("unknown");
}

function useSessions(initial: SessionView[]) {
  const attempt = useAttempt();
  const [sessions, setSessions] = useState(initial);
  /** Gone from the list at once, and back where it could not be ended. */
  const without = async (ended: (one: SessionView) => boolean, act: Parameters<typeof attempt>[0]): Promise<void> => {
    const before = sessions;
    setSessions(before.filter((one) => !ended(one)));
    if (!(await attempt(act))) setSessions(before);
  };
  return {
    sessions,
    end: (id: string) =>
      void without((one) => one.id === id, call("DELETE /api/me/sessions/:sessionId", { params: { sessionId: id } })),
    endOthers: () => void without(({ current }) => !current, call("DELETE /api/me/sessions")),
  };
}
