"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import type { AdminLogPage, AdminRooms } from "@/lib/wire/admin/views";
import { AdminLog } from "./admin-log";
import { FindPeople } from "./find-people";
import { LiveRooms } from "./live-rooms";
import { ReasonDialog, type ToBeReasoned } from "./reason-dialog";
import { useAdmin } from "./use-admin";

/** Numbers first, then the live rooms, people, and what admins did. */
export function AdminDesk(first: { rooms: AdminRooms; log: AdminLogPage }) {
  const t = useTranslations("admin");
  const format = useFormatter();
  const admin = useAdmin(first);
  const [asked, setAsked] = useState<ToBeReasoned | null>(null);
  const { live, people, onStage } = admin.rooms;
  return (
    <div className="flex flex-col gap-10">
      <dl className="grid grid-cols-3 gap-3" data-testid="numbers">
        {Object.entries({ live, people, onStage }).map(([name, number]) => (
          <div key={name} className="rounded-lg border border-line bg-card p-4">
            <dt className="text-sm text-soft">{t(`numbers.${name as "live" | "people" | "onStage"}`)}</dt>
            <dd className="text-3xl font-bold tabular-nums">{format.number(number)}</dd>
          </div>
        ))}
      </dl>
      <LiveRooms rooms={admin.rooms.rooms} onEnd={(room) => setAsked({ act: "end", id: room.id, name: room.title })} />
      <FindPeople admin={admin} onBan={({ id, name }) => setAsked({ act: "ban", id, name })} />
      <AdminLog entries={admin.log.entries} onOlder={admin.log.before === null ? null : admin.readOlder} />
      <ReasonDialog asked={asked} admin={admin} onClose={() => setAsked(null)} />
    </div>
  );
}
