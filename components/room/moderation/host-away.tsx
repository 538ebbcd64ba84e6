import { useTranslations } from "next-intl";
import { Banner } from "@/components/room/banner";
import { useSecondsUntil } from "@/components/room/clock/use-seconds-until";
import { HOST_AWAY_MS } from "@/lib/domain/rooms/room";

/** The room waits for its host: until when, and what then. */
export function HostAway({ until }: { until: string }) {
  const t = useTranslations("room.moderation");
  const seconds = useSecondsUntil(Date.parse(until), HOST_AWAY_MS);
  const left = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  return (
    <div role="status" data-testid="host-away">
      <Banner look="act" title={t("hostAway.title")} text={t("hostAway.text")} brief>
        <span aria-hidden="true" className="text-xl font-bold tabular-nums">
          {left}
        </span>
      </Banner>
    </div>
  );
}
