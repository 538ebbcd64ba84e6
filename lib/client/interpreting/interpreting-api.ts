import { type ApiAnswer, ask, type Done } from "@/lib/client/api";
import type { ChannelAudience, ChannelPass, RatingAverage } from "@/lib/wire/interpreting/views";

const room = (roomId: string, rest: string): string => `/api/rooms/${roomId}${rest}`;

/** What is asked about languages: by listeners, by interpreters about themselves, and by who leads the room. */
export const interpretingApi = {
  join: (hallId: string, language: string): Promise<ApiAnswer<ChannelPass>> =>
    ask("POST", room(hallId, `/channels/${language}`)),
  rate: (hallId: string, language: string, understood: number): Promise<Done> =>
    ask("PUT", room(hallId, `/ratings/${language}`), { understood }),

  takeAir: (mainRoomId: string, personId: string): Promise<Done> =>
    ask("POST", room(mainRoomId, `/interpreters/${personId}/on-air`)),
  leaveAir: (mainRoomId: string, personId: string): Promise<Done> =>
    ask("DELETE", room(mainRoomId, `/interpreters/${personId}/on-air`)),
  chooseSource: (mainRoomId: string, personId: string, sourceLanguage: string | null): Promise<Done> =>
    ask("PATCH", room(mainRoomId, `/interpreters/${personId}`), { sourceLanguage }),

  assign: (mainRoomId: string, personId: string, language: string): Promise<Done> =>
    ask("PUT", room(mainRoomId, `/interpreters/${personId}`), { language }),
  end: (mainRoomId: string, personId: string): Promise<Done> =>
    ask("DELETE", room(mainRoomId, `/interpreters/${personId}`)),
  openHall: (mainRoomId: string, language: string): Promise<ApiAnswer<{ hall: { id: string; number: number } }>> =>
    ask("POST", room(mainRoomId, "/overflow"), { language }),
  audiences: (mainRoomId: string): Promise<ApiAnswer<{ channels: ChannelAudience[] }>> =>
    ask("GET", room(mainRoomId, "/channels")),
  ratings: (mainRoomId: string): Promise<ApiAnswer<{ ratings: RatingAverage[] }>> =>
    ask("GET", room(mainRoomId, "/ratings")),
};
