import { useTranslations } from "next-intl";
import { useRefusalText } from "@/components/frame/use-refusal-text";
import { useSession } from "@/components/room/session/use-session";
import type { Player } from "./use-player";

/** The one thing that has to be said of the player now; empty while all is well. */
export function useNotice({ view, phase, isBlocked, trouble }: Player): string {
  const t = useTranslations("embed");
  const sayRefusal = useRefusalText();
  const { line } = useSession();
  const { status, kind, guestsAllowed, family } = view.room;
  if (status === "ended" || phase === "ended") return t("endedText");
  if (status === "scheduled") return t("scheduledText");
  if (kind !== "open") return t("notOpen");
  if (!guestsAllowed) return t("membersOnly");
  if (phase === "waiting") return line ? t("inLine", { number: line.place }) : "";
  if (phase === "reconnecting") return t("reconnecting");
  if (phase === "removed") return t("removed");
  if (phase === "full") return t("full");
  if (phase === "closed") return t("hallClosed");
  if (trouble) return sayRefusal({ ok: false, ...trouble });
  if (isBlocked) return t("blocked");
  return phase === "live" && family ? t("inOverflow", { number: family.number }) : "";
}
