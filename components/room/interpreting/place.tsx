import { useTranslations } from "next-intl";
import { lazy, Suspense, useEffect } from "react";
import { Banner } from "@/components/room/banner";
import { Button } from "@/components/ui/button";
import { usePlace } from "./place-context";

/** Only rooms that are interpreted need it. */
const loadInterpreting = () => import("./interpreting");
const Interpreting = lazy(loadInterpreting);

/** So high the choice of a language is, and a desk at least, so that nothing moves when they have been fetched. */
const AHEAD = { languages: "my-5 min-h-28 sm:min-h-24", booth: "my-5 min-h-80" } as const;

/** Where languages, and the desk of an interpreter, stand in the room; nothing in a room without. */
export function InterpretingPlace() {
  const { shown, isOver, minHeight, box, settle } = usePlace();
  if (!shown && !isOver) return null;
  return (
    <div ref={box} style={{ minHeight }} className="flow-root">
      {shown ? (
        <Suspense fallback={<div className={AHEAD[shown]} />}>
          <Interpreting part={shown} />
        </Suspense>
      ) : (
        <Over onClose={settle} />
      )}
    </div>
  );
}

function Over({ onClose }: { onClose: () => void }) {
  const t = useTranslations("interpreting.place");
  return (
    <div className="my-5 flex flex-wrap items-center justify-between gap-3 text-soft">
      <p role="status">{t("over")}</p>
      <Button size="small" onClick={onClose}>
        {t("close")}
      </Button>
    </div>
  );
}

/** Says that languages, or one's own desk, have come, and puts them in their place at a tap. */
export function PlaceNews() {
  const t = useTranslations("interpreting.place");
  const { offered, settle } = usePlace();
  useEffect(() => {
    // Fetched ahead of the tap; only a head start would be lost.
    if (offered) loadInterpreting().catch(() => {});
  }, [offered]);
  if (!offered) return null;
  return (
    <div role="status" data-testid="interpreting-news">
      <Banner look="act" title={t(offered)} text={t(`${offered}Text`)} brief>
        <Button look="act" onClick={settle}>
          {t(`${offered}Act`)}
        </Button>
      </Banner>
    </div>
  );
}
