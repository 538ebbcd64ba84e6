import Plus from "lucide-react/icons/plus";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";
import { Logo } from "@/components/ui/logo";
import type { Viewer } from "@/lib/wire/people/views";
import { MembersBell } from "./for-members";
import { PersonMenu } from "./person-menu";
import type { PreferenceValues } from "./preferences";
import { SearchButton } from "./search-button";
import { SignInLink } from "./sign-in-link";

/** On every page: home, search, the way to a room of one's own, oneself. */
export function Header({ viewer, preferences }: { viewer: Viewer; preferences: PreferenceValues }) {
  const t = useTranslations("common");
  const member = viewer && !viewer.isGuest ? viewer : null;
  return (
    <header className="wrap-page flex items-center gap-2 py-3 sm:gap-4 sm:py-4">
      <Link href="/" className="flex min-h-11 items-center gap-2.5 text-2xl font-bold tracking-tight">
        <Logo />
        <span className="max-xs:sr-only">{t("plenum")}</span>
      </Link>
      <span className="flex-1" />
      <SearchButton />
      {member && <MembersBell />}
      {member ? (
        <Link href="/rooms/new" className={`${buttonClass("act")} max-sm:w-11 max-sm:px-0`} aria-label={t("openRoom")}>
          <Plus className="size-5 sm:hidden" aria-hidden="true" />
          <span className="max-sm:hidden">{t("openRoom")}</span>
        </Link>
      ) : (
        <SignInLink />
      )}
      <PersonMenu member={member} preferences={preferences} />
    </header>
  );
}
