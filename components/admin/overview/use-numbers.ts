import { useEffect, useState } from "react";
import type { AdminNumbers } from "@/lib/wire/admin/numbers";

/** What there is now, as it changes. `isLive`: it is being told at this moment; a browser comes back by itself. */
export function useNumbers(first: AdminNumbers): { numbers: AdminNumbers; isLive: boolean } {
  const [numbers, setNumbers] = useState(first);
  const [isLive, setLive] = useState(true);
  useEffect(() => {
    const events = new EventSource("/api/admin/events");
    events.onmessage = ({ data }) => {
      setNumbers(JSON.parse(data));
      setLive(true);
    };
    events.onerror = () => setLive(false);
    return () => events.close();
  }, []);
  return { numbers, isLive };
}
