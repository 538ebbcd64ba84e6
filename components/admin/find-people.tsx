import { useTranslations } from "next-intl";
import { NameLink } from "@/components/frame/name-link";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useSaid } from "@/components/ui/name";
import { Portrait } from "@/components/ui/portraits/portrait";
import { Tag } from "@/components/ui/tag";
import { isolated } from "@/lib/domain/text/isolated";
import type { PersonFace } from "@/lib/wire/people/views";
import type { Admin } from "./use-admin";

const FIELD = "find-people";

/** Finds somebody, and bans them or lets them in again. */
export function FindPeople({ admin, onBan }: { admin: Admin; onBan: (person: PersonFace) => void }) {
  const t = useTranslations("admin");
  const said = useSaid();
  return (
    <section aria-labelledby="people">
      <h2 id="people" className="mb-3 text-xl font-semibold">
        {t("people")}
      </h2>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void admin.find(String(new FormData(event.currentTarget).get("q")));
        }}
      >
        <Field id={FIELD} label={t("find")} hint={t("findHint")}>
          <div className="flex gap-3">
            <Input id={FIELD} name="q" type="search" required autoComplete="off" className="min-w-0 flex-1" />
            <Button type="submit">{t("search")}</Button>
          </div>
        </Field>
      </form>
      {admin.people?.length === 0 && <p className="text-soft">{t("nobody")}</p>}
      <ul>
        {admin.people?.map(({ person, email, admin: isAdmin, ban }) => (
          <li
            key={person.id}
            data-person={person.id}
            className="flex flex-wrap items-center gap-3 border-t border-line py-2.5"
          >
            <Portrait person={person} className="size-10" />
            <span className="min-w-0 flex-1 basis-40 leading-tight">
              <NameLink person={person} className="block truncate font-semibold" />
              <span className="block truncate text-sm text-soft">
                <bdi>{[person.handle && `@${person.handle}`, email].filter(Boolean).join(" · ")}</bdi>
              </span>
              {ban && (
                <span className="written block text-sm text-stop">
                  {t("bannedFor", { reason: isolated(ban.reason) })}
                </span>
              )}
            </span>
            {isAdmin && <Tag>{t("isAdmin")}</Tag>}
            {!isAdmin && !ban && (
              <Button
                size="small"
                look="end"
                onClick={() => onBan(person)}
                aria-label={t("banNamed", { name: said(person) })}
              >
                {t("ban")}
              </Button>
            )}
            {ban && (
              <Button
                size="small"
                onClick={() => void admin.liftInstanceBan(person.id)}
                aria-label={t("liftNamed", { name: said(person) })}
              >
                {t("lift")}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
