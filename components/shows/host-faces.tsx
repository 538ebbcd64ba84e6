import { useTranslations } from "next-intl";
import { NameLink } from "@/components/frame/name-link";
import { Portrait } from "@/components/ui/portraits/portrait";
import type { ShowHostView } from "@/lib/wire/shows/views";

/** Who leads a show or an episode: a face, a name and the way to their page each. */
export function HostFaces({ hosts }: { hosts: readonly ShowHostView[] }) {
  const t = useTranslations("shows");
  if (hosts.length === 0) return null;
  return (
    <section aria-labelledby="hosts">
      <h2 id="hosts" className="mb-2 text-sm font-semibold text-soft">
        {t("hosts")}
      </h2>
      <ul className="flex flex-wrap gap-x-5 gap-y-3">
        {hosts.map((person) => (
          <li key={person.id} className="flex min-w-0 items-center gap-2.5">
            <Portrait person={person} hat className="size-11" />
            <span className="min-w-0 leading-tight">
              <NameLink person={person} className="block truncate font-semibold" />
              {person.role === "cohost" && <span className="text-sm text-soft">{t("roles.cohost")}</span>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
