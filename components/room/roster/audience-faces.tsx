import { useFormatter, useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { useRoomScene } from "@/components/room/room-context";
import { Button } from "@/components/ui/button";
import { Faces } from "./faces";
import { useAudience } from "./use-audience";

/** How far below the window the next page is read. */
const NEAR = "600px";

/** The audience as faces: those whom the speakers follow first, then everyone else, page by page as one scrolls. */
export function AudienceFaces() {
  const { view } = useRoomScene();
  const t = useTranslations("roster");
  const room = useTranslations("room");
  const format = useFormatter();
  const box = useRef<HTMLDivElement>(null);
  const { followed, followedCount, everyone, more, hasMore, state } = useAudience(view, box);
  return (
    <div ref={box}>
      {followed.length > 0 && (
        <section
          aria-labelledby="followed-audience"
          className="mt-4 max-sm:[@media(height<40rem)]:mt-2 sm:mt-6"
          data-testid="audience-followed"
        >
          {/* On the smallest phones their faces are worth more than the words for them. */}
          <h3
            id="followed-audience"
            className="mb-3 text-sm font-semibold text-soft max-sm:[@media(height<40rem)]:sr-only"
          >
            {t("followed", { number: format.number(followedCount) })}
          </h3>
          <Faces people={followed} />
        </section>
      )}
      <section aria-labelledby="everyone" className="mt-3 sm:mt-6" data-testid="audience-everyone">
        <h3
          id="everyone"
          // Alone it would say what the heading above has said.
          className={followed.length > 0 ? "mb-3 text-sm font-semibold text-soft" : "sr-only"}
        >
          {t("everyone", { number: format.number(Math.max(0, view.audienceCount - followedCount)) })}
        </h3>
        {view.audienceCount === 0 && <p className="text-soft">{room("audienceEmpty")}</p>}
        <Faces people={everyone} />
        {hasMore && state !== "failed" && <ReadWhenNear key={everyone.length} onNear={more} label={t("loading")} />}
        {state === "failed" && (
          <p className="mt-4 text-soft">
            {t("failed")} <Button onClick={more}>{t("again")}</Button>
          </p>
        )}
      </section>
    </div>
  );
}

function ReadWhenNear({ onNear, label }: { onNear: () => void; label: string }) {
  const end = useRef<HTMLParagraphElement>(null);
  const near = useRef(onNear);
  near.current = onNear;
  useEffect(() => {
    const element = end.current;
    if (!element) return;
    const watch = new IntersectionObserver((seen) => seen.some((entry) => entry.isIntersecting) && near.current(), {
      rootMargin: NEAR,
    });
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  return (
    <p ref={end} className="mt-4 min-h-11 text-soft">
      {label}
    </p>
  );
}
