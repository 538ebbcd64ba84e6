import { query } from "@/lib/server/http/query";
import { adminRooms } from "@/lib/server/queries/admin/admin-rooms";
import { adminRoomList } from "@/lib/wire/admin/views";

export const GET = query({
  summary: "All live rooms, for admins",
  who: "anyone",
  output: adminRoomList,
  ask: ({ caller }) => adminRooms(caller),
});
