import ArrowUpRight from "lucide-react/icons/arrow-up-right";
import { useTranslations } from "next-intl";

/** Where else somebody is, each by its host. Nothing of ours vouches for it. */
export function ProfileLinks({ links }: { links: readonly string[] }) {
  const t = useTranslations("profile");
  if (links.length === 0) return null;
  return (
    <ul aria-label={t("linksElsewhere")} className="flex flex-wrap gap-2">
      {links.map((link) => (
        <li key={link} className="max-w-full">
          <a
            href={link}
            target="_blank"
            rel="me nofollow noopener"
            dir="ltr"
            className="inline-flex min-h-11 max-w-full items-center gap-1.5 rounded-full border border-line bg-card px-4 text-sm font-medium hover:border-edge"
          >
            <span className="truncate">{new URL(link).host.replace(/^www\./, "")}</span>
            <ArrowUpRight className="size-4 shrink-0 text-soft" aria-hidden="true" />
          </a>
        </li>
      ))}
    </ul>
  );
}
