import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { LevelMeter } from "./level-meter";
import type { Check } from "./use-check";

const NOTICES = { refused: "microphoneRefused", missing: "microphoneMissing", insecure: "microphoneInsecure" } as const;

/** Whether the microphone works, found out before anybody else can hear it. */
export function MicrophoneCheck({ check }: { check: Check }) {
  const t = useTranslations("sound");
  const notices = useTranslations("room.notices");
  const { device, fault, step, begin, record } = check;
  return (
    <div className="flex flex-col gap-3">
      {device && <LevelMeter device={device} />}
      {device ? (
        <Button onClick={record} disabled={step !== "listening"} aria-live="polite">
          {t(step === "recording" ? "recording" : step === "playing" ? "playing" : "record")}
        </Button>
      ) : (
        <Button onClick={begin} busy={step === "asking"}>
          {t("test")}
        </Button>
      )}
      <p role="alert" className="text-sm font-medium text-stop empty:hidden">
        {fault && notices(`${NOTICES[fault]}.title`)}
      </p>
    </div>
  );
}
