"use client";

import { useState } from "react";
import type { AdminLogPage, AdminRooms } from "@/lib/wire/admin/views";
import { AdminLog } from "./admin-log";
import { FindPeople } from "./find-people";
import { LiveRooms } from "./live-rooms";
import { ReasonDialog, type ToBeReasoned } from "./reason-dialog";
import { useAdmin } from "./use-admin";

/** The live rooms, people, and what admins did. */
export function AdminDesk(first: { rooms: AdminRooms; log: AdminLogPage }) {
  const admin = useAdmin(first);
  const [asked, setAsked] = useState<ToBeReasoned | null>(null);
  return (
    <div className="flex flex-col gap-10">
      <LiveRooms rooms={admin.rooms.rooms} onEnd={(room) => setAsked({ act: "end", id: room.id, name: room.title })} />
      <FindPeople admin={admin} onBan={({ id, name }) => setAsked({ act: "ban", id, name })} />
      <AdminLog entries={admin.log.entries} onOlder={admin.log.before === null ? null : admin.readOlder} />
      <ReasonDialog asked={asked} admin={admin} onClose={() => setAsked(null)} />
    </div>
  );
}
