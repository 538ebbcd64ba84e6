import { query } from "@/lib/server/http/query";
import { adminRooms } from "@/lib/server/queries/admin/admin-rooms";

export const GET = query("All live rooms, for admins", ({ caller }) => adminRooms(caller));
