import { useEffect, useState } from "react";
import { interpretingApi } from "@/lib/client/interpreting/interpreting-api";
import type { ChannelAudience } from "@/lib/wire/interpreting/views";

/** As often as they are counted. */
const READ_EVERY_MS = 5_000;

/** How many hear a language, while that is in view; null until it is known, or where it cannot be read. */
export function useAudiences(mainRoomId: string): (language: string) => number | null {
  const [channels, setChannels] = useState<ChannelAudience[]>([]);
  useEffect(() => {
    let wanted = true;
    const read = async (): Promise<void> => {
      if (document.visibilityState === "hidden") return;
      const answer = await interpretingApi.audiences(mainRoomId);
      if (wanted) setChannels(answer.ok ? answer.value.channels : []);
    };
    void read();
    const timer = setInterval(() => void read(), READ_EVERY_MS);
    return () => {
      wanted = false;
      clearInterval(timer);
    };
  }, [mainRoomId]);
  return (language) => channels.find((channel) => channel.language === language)?.listeners ?? null;
}
