"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { useAttempt } from "@/components/frame/use-attempt";
import { Button } from "@/components/ui/button";
import { Name, useSaid } from "@/components/ui/name";
import { Portrait } from "@/components/ui/portraits/portrait";
import { call } from "@/lib/client/call";
import type { BlockList } from "@/lib/wire/account/views";

/** Whom I blocked, the last first; each can be let back at a tap. */
export function BlockedPeople({ initial }: { initial: BlockList }) {
  const t = useTranslations("account.blocked");
  const format = useFormatter();
  const said = useSaid();
  const { people, next, busy, unblock, readMore } = useBlocked(initial);
  if (people.length === 0) return <p className="text-soft">{t("none")}</p>;
  return (
    <>
      <ul className="flex flex-col">
        {people.map(({ person, blockedAt }) => (
          <li key={person.id} className="flex items-center gap-3 border-line py-3 not-first:border-t">
            <Portrait person={person} className="size-11 shrink-0" />
            <p className="min-w-0 flex-1 leading-tight">
              <span className="block font-semibold">
                <Name person={person} />
              </span>
              <span className="block truncate text-sm text-soft">
                <bdi>@{person.handle}</bdi> ·{" "}
                {t("since", { date: format.dateTime(new Date(blockedAt), { dateStyle: "medium" }) })}
              </span>
            </p>
            <Button
              size="small"
              className="shrink-0"
              aria-label={t("unblockNamed", { name: said(person) })}
              onClick={() => unblock(person.id)}
            >
              {t("unblock")}
            </Button>
          </li>
        ))}
      </ul>
      {next && (
        <Button look="quiet" busy={busy} onClick={readMore} className="mt-2 w-full">
          {t("more")}
        </Button>
      )}
    </>
  );
}

function useBlocked(initial: BlockList) {
  const attempt = useAttempt();
  const [{ people, next }, setList] = useState(initial);
  const [busy, setBusy] = useState(false);
  const unblock = async (personId: string): Promise<void> => {
    const before = { people, next };
    setList({ next, people: people.filter(({ person }) => person.id !== personId) });
    if (!(await attempt(call("DELETE /api/people/:personId/block", { params: { personId } })))) setList(before);
  };
  const readMore = async (): Promise<void> => {
    setBusy(true);
    const answer = call("GET /api/me/blocks", { asked: { after: next ?? undefined } });
    await attempt(answer);
    const page = await answer;
    setBusy(false);
    if (page.ok) setList({ people: [...people, ...page.value.people], next: page.value.next });
  };
  return { people, next, busy, unblock: (id: string) => void unblock(id), readMore: () => void readMore() };
}
