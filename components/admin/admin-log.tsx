import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { NameLink } from "@/components/frame/name-link";
import { Button } from "@/components/ui/button";
import { useSaid } from "@/components/ui/name";
import { isolated } from "@/lib/domain/text/isolated";
import type { AdminLogEntry } from "@/lib/wire/admin/views";

type AdminLogProps = {
  entries: AdminLogEntry[];
  /** Null at the log's beginning. */
  onOlder: (() => void) | null;
};

/** What admins did, newest first: by whom, upon whom, when, why. */
export function AdminLog({ entries, onOlder }: AdminLogProps) {
  const t = useTranslations("admin");
  const format = useFormatter();
  const said = useSaid();
  return (
    <section aria-labelledby="admin-log">
      <h2 id="admin-log" className="mb-3 text-xl font-semibold">
        {t("log")}
      </h2>
      {entries.length === 0 && <p className="text-soft">{t("logEmpty")}</p>}
      <ol>
        {entries.map(({ id, at, type, by, whom, reason, title, roomId, before, after }) => (
          <li key={id} className="border-t border-line py-2.5">
            <span className="written block">
              {t.rich(`did.${type}`, {
                by: by ? said(by) : t("commandLine"),
                whom: whom ? said(whom) : "?",
                title: isolated(title ?? "?"),
                actor: (name) => (by ? <NameLink person={by}>{name}</NameLink> : name),
                person: (name) => (whom ? <NameLink person={whom}>{name}</NameLink> : name),
                room: (name) =>
                  roomId ? (
                    <Link href={`/rooms/${roomId}`} prefetch={false} className="hover:underline">
                      {name}
                    </Link>
                  ) : (
                    name
                  ),
              })}
            </span>
            <span className="text-sm text-soft">
              <time dateTime={at}>{format.dateTime(new Date(at), { dateStyle: "medium", timeStyle: "short" })}</time>
              {reason && ` · ${isolated(reason)}`}
              {after && <Change before={before ?? {}} after={after} />}
            </span>
          </li>
        ))}
      </ol>
      {onOlder && <Button onClick={onOlder}>{t("older")}</Button>}
    </section>
  );
}

type State = NonNullable<AdminLogEntry["after"]>;

/** What it was and what it is, in the words of the records. */
const Change = ({ before, after }: { before: State; after: State }) => (
  <code dir="ltr" className="block wrap-anywhere">
    {Object.keys(after)
      .map((name) => `${name}: ${before[name] ?? "–"} → ${after[name] ?? "–"}`)
      .join(", ")}
  </code>
);
