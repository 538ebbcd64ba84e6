import Settings2 from "lucide-react/icons/settings-2";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { buttonClass } from "@/components/ui/button";
import { PopoverLayer } from "@/components/ui/layers/popover-layer";
import { Name } from "@/components/ui/name";
import { Portrait } from "@/components/ui/portraits/portrait";
import type { Viewer } from "@/lib/wire/people/views";
import { CloseOnWay } from "./close-on-way";
import { LatePreferences } from "./late-parts";
import type { PreferenceValues } from "./preferences";

const MENU = "person-menu";
const ENTRY = "flex min-h-11 items-center rounded-md px-3 hover:bg-line/60";

/** Who I am here and how I like it. The browser's own popover: Esc and a tap elsewhere close it, without script. */
export function PersonMenu({ member, preferences }: { member: Viewer; preferences: PreferenceValues }) {
  const t = useTranslations("common");
  return (
    <>
      <button type="button" popoverTarget={MENU} aria-label={t("menu")} className={buttonClass("quiet", "icon")}>
        {member ? (
          <Portrait person={member} className="size-10" />
        ) : (
          <Settings2 className="size-5" aria-hidden="true" />
        )}
      </button>
      <div
        id={MENU}
        popover="auto"
        className="fixed inset-auto end-4 top-16 w-72 max-w-[calc(100vw-2rem)] rounded-lg border border-line bg-raised p-2 text-ink shadow-float open:animate-rise sm:top-20 md:end-[max(2rem,calc((100vw-73.5rem)/2))]"
      >
        <nav aria-label={t("menu")} className="mb-2 flex flex-col border-b border-line pb-2">
          {member && (
            <Link href={`/people/${member.handle}`} className={`${ENTRY} font-semibold`}>
              <Name person={member} />
            </Link>
          )}
          <Link href="/shows" prefetch={false} className={ENTRY}>
            {t("shows")}
          </Link>
          <Link href="/clubs" prefetch={false} className={ENTRY}>
            {t("clubs")}
          </Link>
          {member && (
            <Link href="/settings" className={ENTRY}>
              {t("settings")}
            </Link>
          )}
          {member?.admin && (
            <Link href="/admin" className={ENTRY}>
              {t("admin")}
            </Link>
          )}
        </nav>
        <LatePreferences values={preferences} />
        <CloseOnWay id={MENU} />
        <PopoverLayer id={MENU} />
      </div>
    </>
  );
}
