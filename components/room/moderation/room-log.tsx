import { useFormatter, useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useShow } from "@/components/room/open-context";
import { PersonName } from "@/components/room/people/person-name";
import { useRoomScene } from "@/components/room/room-context";
import { useSession } from "@/components/room/session/use-session";
import { Button } from "@/components/ui/button";
import { useSaid } from "@/components/ui/name";
import { Portrait } from "@/components/ui/portraits/portrait";
import { isolated } from "@/lib/domain/text/isolated";
import type { BanView, LogEntry } from "@/lib/wire/moderation/views";
import type { PersonFace } from "@/lib/wire/people/views";
import { useLog } from "./use-log";
import { useModerationActs } from "./use-moderation-acts";

/** For those who moderate: who may not come back, and every act of a moderator, newest first. */
export function RoomLog() {
  const { view, may } = useRoomScene();
  const { held } = useSession();
  const t = useTranslations("room.moderation");
  // Acts are announced to those who lead, some to everyone.
  const announced = held ? Math.max(held.followed.moderators, held.followed.everyone) : view.version;
  const { log, readOlder } = useLog(view.room.id, announced);
  if (!log) return null;
  return (
    <div data-testid="log" className="flex flex-col gap-6">
      {log.bans.length > 0 && (
        <section aria-labelledby="bans">
          <h2 id="bans" className="mb-1 text-sm font-semibold text-soft">
            {t("bans", { count: log.bans.length })}
          </h2>
          <ul>
            {log.bans.map((ban) => (
              <Ban key={ban.person.id} ban={ban} />
            ))}
          </ul>
        </section>
      )}
      <section aria-label={t("acts")}>
        {log.entries.length === 0 && <p className="text-soft">{t("logEmpty")}</p>}
        <ol>
          {log.entries.map((entry) => (
            <Act key={entry.version} entry={entry} mayRemove={may("removePerson")} />
          ))}
        </ol>
        {log.before !== null && (
          <Button look="quiet" onClick={() => void readOlder()} className="mt-2 w-full">
            {t("older")}
          </Button>
        )}
      </section>
    </div>
  );
}

function Ban({ ban: { person, by, reason } }: { ban: BanView }) {
  const { liftBan } = useModerationActs();
  const t = useTranslations("room.moderation");
  const said = useSaid();
  return (
    <li data-person={person.id} className="flex items-center gap-2.5 border-t border-line py-2.5">
      <Portrait person={person} className="size-9" />
      <span className="min-w-0 flex-1 leading-tight">
        <PersonName person={person} className="block truncate" />
        <span dir="auto" className="written block text-xs text-soft side-of-parent">
          {reason ||
            (by &&
              t.rich("removedBy", {
                name: said(by),
                person: (name) => (
                  <PersonName person={by} className="inline">
                    {name}
                  </PersonName>
                ),
              }))}
        </span>
      </span>
      <Button size="small" onClick={() => liftBan(person)} aria-label={t("liftName", { name: said(person) })}>
        {t("lift")}
      </Button>
    </li>
  );
}

/** `mayRemove`: also somebody who has left, so that there is no other place to find them. */
function Act({ entry, mayRemove }: { entry: LogEntry; mayRemove: boolean }) {
  const show = useShow();
  const { type, by, whom, whomLeft, at, facts } = entry;
  const t = useTranslations("room.moderation");
  const said = useSaid();
  const roles = useTranslations("room.roles");
  const format = useFormatter();
  const locale = useLocale();
  const why = facts.line ?? (type === "removed" ? facts.reason : undefined);
  const named = (person: PersonFace | null, name: ReactNode): ReactNode =>
    person ? (
      <PersonName person={person} className="inline">
        {name}
      </PersonName>
    ) : (
      name
    );
  const values = {
    by: by ? said(by) : t("itself"),
    whom: whom ? said(whom) : t("somebody"),
    role: facts.role ? roles(facts.role) : "",
    locked: String(facts.locked === true),
    language: facts.language
      ? (new Intl.DisplayNames(locale, { type: "language", fallback: "code" }).of(facts.language) ?? "")
      : "",
    hall: facts.hall ?? 0,
    hadLeft: String(facts.hadLeft === true),
    like: isolated(facts.like ?? ""),
    actor: (name: ReactNode) => named(by, name),
    person: (name: ReactNode) => named(whom, name),
  };
  return (
    <li data-act={type} className="flex gap-3 border-t border-line py-2.5 text-sm leading-snug">
      <time dateTime={at} className="shrink-0 pt-px text-xs text-soft">
        {format.dateTime(new Date(at), { hour: "2-digit", minute: "2-digit", hourCycle: "h23" })}
      </time>
      <span className="written min-w-0 flex-1">
        {t.rich(`log.${type}`, values)}
        {why && <span className="block text-soft">{t("why", { reason: isolated(why) })}</span>}
      </span>
      {whom && whomLeft && mayRemove && (
        <Button size="small" onClick={() => show({ person: whom })} aria-label={t("removeName", { name: said(whom) })}>
          {t("removeAct")}
        </Button>
      )}
    </li>
  );
}
