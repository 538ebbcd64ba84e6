import { useNow, useTimeZone, useTranslations } from "next-intl";
import { isolated } from "@/lib/domain/text/isolated";
import type { RoomPage } from "@/lib/wire/hallway/views";

type GreetingProps = {
  /** Null for a visitor who is not signed in. */
  name: string | null;
  /** People they follow who are on a stage now. */
  talking: number;
  page: RoomPage;
};

/** The hallway's first two lines: a welcome by the reader's clock, and what is going on. */
export function Greeting({ name, talking, page: { rooms, next } }: GreetingProps) {
  const t = useTranslations("hallway");
  const part = partOfDay(useNow(), useTimeZone());
  return (
    <div className="mb-6">
      <h1 className="written text-3xl font-bold md:text-4xl">
        {name ? t(`greeting.${part}`, { name: isolated(firstName(name)) }) : t("welcome")}
      </h1>
      <p className="mt-1 text-soft">
        {name === null
          ? t("welcomeText")
          : talking > 0
            ? t("talking", { count: talking })
            : t(next === null ? "liveNow" : "liveMany", { count: rooms.length })}
      </p>
    </div>
  );
}

function partOfDay(now: Date, timeZone: string | undefined): "morning" | "day" | "evening" | "night" {
  const hour = Number(new Intl.DateTimeFormat("en", { hour: "numeric", hourCycle: "h23", timeZone }).format(now));
  if (hour < 5) return "night";
  if (hour < 11) return "morning";
  return hour < 18 ? "day" : "evening";
}

const firstName = (name: string): string => name.split(" ")[0] ?? name;
