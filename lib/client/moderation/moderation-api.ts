import { type ApiAnswer, ask, type Done } from "@/lib/client/api";
import type { BanView, LogPage } from "@/lib/wire/moderation/views";

const room = (roomId: string, rest = ""): string => `/api/rooms/${roomId}${rest}`;

/** What those who lead a room do about the whole of it. */
export const moderationApi = {
  muteAll: (roomId: string, lock: boolean): Promise<Done> => ask("POST", room(roomId, "/stage/mute"), { lock }),
  unlockMicrophones: (roomId: string): Promise<Done> => ask("DELETE", room(roomId, "/stage/mute")),
  handOver: (roomId: string, personId: string): Promise<Done> => ask("POST", room(roomId, "/host"), { personId }),
  endRoom: (roomId: string, line: string): Promise<Done> => ask("DELETE", room(roomId), { line }),
  readLog: (roomId: string, before: number | null): Promise<ApiAnswer<LogPage>> =>
    ask("GET", room(roomId, before === null ? "/log" : `/log?before=${before}`)),
  readBans: (roomId: string): Promise<ApiAnswer<{ bans: BanView[] }>> => ask("GET", room(roomId, "/bans")),
  liftBan: (roomId: string, personId: string): Promise<Done> => ask("DELETE", room(roomId, `/bans/${personId}`)),
};
