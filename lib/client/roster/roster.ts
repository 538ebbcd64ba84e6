import { type ApiAnswer, ask } from "@/lib/client/api";
import type { PersonProfile } from "@/lib/wire/people/views";
import type { AudiencePage, AudienceSection, FollowedHere, PeopleFound, SeatList } from "@/lib/wire/roster/views";

const room = (roomId: string, rest: string): string => `/api/rooms/${roomId}/${rest}`;

/** Who is in a room beyond the first faces of its view. */
export const roster = {
  readAudience: (roomId: string, section: AudienceSection, after: string | null): Promise<ApiAnswer<AudiencePage>> =>
    ask("GET", room(roomId, `audience?section=${section}${after ? `&after=${encodeURIComponent(after)}` : ""}`)),
  readSeats: (roomId: string): Promise<ApiAnswer<SeatList>> => ask("GET", room(roomId, "seats")),
  readFollowed: (roomId: string): Promise<ApiAnswer<FollowedHere>> => ask("GET", room(roomId, "followed")),
  find: (roomId: string, sought: string): Promise<ApiAnswer<PeopleFound>> =>
    ask("GET", room(roomId, `people?q=${encodeURIComponent(sought)}`)),
  readPerson: (roomId: string, id: string): Promise<ApiAnswer<PeopleFound>> =>
    ask("GET", room(roomId, `people?id=${id}`)),
  readProfile: (id: string): Promise<ApiAnswer<PersonProfile>> => ask("GET", `/api/people/${id}`),
};
