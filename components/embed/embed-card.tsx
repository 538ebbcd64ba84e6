import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Logo } from "@/components/ui/logo";

type EmbedCardProps = {
  /** Where the house's mark leads, in a page of its own. */
  href: string;
  /** At the end of the first line. */
  status?: ReactNode;
  children: ReactNode;
};

/** What fills another site's frame: whose it is, and the way there. */
export function EmbedCard({ href, status, children }: EmbedCardProps) {
  const t = useTranslations("common");
  return (
    <article className="flex min-h-dvh flex-col gap-3 overflow-hidden rounded-xl border border-line bg-card px-4 pb-4 pt-2">
      <header className="flex min-h-11 items-center justify-between gap-3 text-sm">
        <a href={href} target="_blank" rel="noopener" className="flex min-h-11 items-center gap-2 font-bold">
          <Logo />
          {t("plenum")}
        </a>
        {status}
      </header>
      {children}
    </article>
  );
}
