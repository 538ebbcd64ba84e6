import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useRefusalText } from "@/components/frame/use-refusal-text";
import { toast } from "@/components/ui/toast";
import { call, type Done } from "@/lib/client/call";
import type { AdminLogPage, AdminPerson, AdminRooms } from "@/lib/wire/admin/views";

/** How often the numbers are read again while the page is looked at. */
const READ_EVERY_MS = 5_000;

/** What admins see and do: live numbers, people found, the log, and the three acts. */
export function useAdmin(first: { rooms: AdminRooms; log: AdminLogPage }) {
  const t = useTranslations("admin");
  const sayRefusal = useRefusalText();
  const [rooms, setRooms] = useState(first.rooms);
  const [log, setLog] = useState(first.log);
  const [query, setQuery] = useState("");
  const [people, setPeople] = useState<AdminPerson[] | null>(null);

  const read = async (): Promise<void> => {
    const [nowRooms, nowLog] = await Promise.all([
      call("GET /api/admin/rooms"),
      call("GET /api/admin/log", { asked: {} }),
    ]);
    if (nowRooms.ok) setRooms(nowRooms.value);
    if (nowLog.ok) setLog(nowLog.value);
  };

  const find = async (text: string): Promise<void> => {
    setQuery(text);
    const found = await call("GET /api/admin/people", { asked: { q: text } });
    if (found.ok) setPeople(found.value.people);
    else toast(sayRefusal(found));
  };

  const readOlder = async (): Promise<void> => {
    const { before } = log;
    const page = await call("GET /api/admin/log", { asked: { before: before ?? undefined } });
    if (!page.ok) return void toast(sayRefusal(page));
    // Pressed twice, or read anew meanwhile, the page has its place no more.
    setLog((held) =>
      held.before === before ? { ...page.value, entries: [...held.entries, ...page.value.entries] } : held,
    );
  };

  const act = async (asked: Promise<Done>, said: string): Promise<boolean> => {
    const answer = await asked;
    toast(answer.ok ? said : sayRefusal(answer));
    await Promise.all([read(), query === "" ? undefined : find(query)]);
    return answer.ok;
  };

  useEffect(() => {
    const timer = setInterval(async () => {
      if (document.hidden) return;
      const answer = await call("GET /api/admin/rooms");
      if (answer.ok) setRooms(answer.value);
    }, READ_EVERY_MS);
    return () => clearInterval(timer);
  }, []);

  return {
    rooms,
    log,
    people,
    find,
    readOlder,
    endRoomAsAdmin: (id: string, reason: string) =>
      act(call("DELETE /api/admin/rooms/:roomId", { params: { roomId: id }, input: { reason } }), t("roomEnded")),
    banFromInstance: (id: string, reason: string) =>
      act(call("PUT /api/admin/bans/:personId", { params: { personId: id }, input: { reason } }), t("banned")),
    liftInstanceBan: (id: string) =>
      act(call("DELETE /api/admin/bans/:personId", { params: { personId: id } }), t("lifted")),
  };
}

export type Admin = ReturnType<typeof useAdmin>;
