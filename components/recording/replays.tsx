import { useTranslations } from "next-intl";
import { Replay } from "@/components/shows/outside-parts";
import type { RecordingView } from "@/lib/wire/recording/views";

/** What was recorded of a room that is over; nothing where nothing was. */
export function Replays({ roomId, recordings }: { roomId: string; recordings: readonly RecordingView[] }) {
  const t = useTranslations("recording.replay");
  if (recordings.length === 0) return null;
  return (
    <section aria-labelledby="replays" className="mt-12">
      <h2 id="replays" className="text-xl font-bold">
        {t("title", { count: recordings.length })}
      </h2>
      <p className="mt-1 text-sm text-soft">{t("whoIsInIt")}</p>
      <ul className="mt-4 flex flex-col gap-8">
        {recordings.map((recording) => (
          <li key={recording.id}>
            <Replay roomId={roomId} recording={recording} />
          </li>
        ))}
      </ul>
    </section>
  );
}
