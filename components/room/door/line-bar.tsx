import LogOut from "lucide-react/icons/log-out";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { BottomBar } from "@/components/ui/layers/bottom-bar";
import { roomSession } from "@/lib/client/room/room-session";
import { useLine } from "./use-line";

/** The place in line, over every other page. */
export function LineBar({ roomId }: { roomId: string }) {
  const t = useTranslations("room.line");
  const said = useLine(roomId);
  if (!said) return null;
  return (
    <BottomBar>
      <aside
        aria-label={t("label")}
        data-testid="line-bar"
        className="mx-auto flex max-w-2xl items-center gap-2 rounded-xl border border-line bg-card p-1.5 shadow-float tall:p-2.5"
      >
        <Link href={`/rooms/${roomId}`} className="flex min-h-12 min-w-0 flex-1 items-center gap-3 rounded-lg px-2">
          <span className="text-2xl font-semibold tabular-nums" aria-hidden="true">
            {said.place}
          </span>
          <span className="min-w-0 leading-tight">
            <span className="block truncate font-semibold">{said.title}</span>
            <span className="block truncate text-xs text-soft">{said.text}</span>
          </span>
        </Link>
        <Button
          look="leave"
          size="dockIcon"
          onClick={() => void roomSession().leave()}
          aria-label={t("leave")}
          title={t("leave")}
        >
          <LogOut className="size-5 rtl:rotate-180" aria-hidden="true" />
        </Button>
      </aside>
    </BottomBar>
  );
}
