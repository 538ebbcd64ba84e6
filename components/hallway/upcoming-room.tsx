import Link from "next/link";
import { useFormatter } from "next-intl";
import type { ReactNode } from "react";
import { classes } from "@/components/ui/classes";

type UpcomingRoomProps = {
  room: { id: string; title: string; scheduledFor: string | null };
  /** The show that it is an episode of. */
  show: string | null;
  /** Said where no time is known yet. */
  noDate: string;
  className: string;
  children?: ReactNode;
};

/** An announced room in a list: when it is, and the way to its page. */
export function UpcomingRoom({ room, show, noDate, className, children }: UpcomingRoomProps) {
  const format = useFormatter();
  const { id, title, scheduledFor } = room;
  return (
    <li className={classes("relative flex flex-wrap items-baseline gap-x-4 gap-y-0.5", className)}>
      <span className="min-w-36 text-sm tabular-nums text-soft">
        {scheduledFor ? (
          <time dateTime={scheduledFor}>
            {format.dateTime(new Date(scheduledFor), { dateStyle: "medium", timeStyle: "short" })}
          </time>
        ) : (
          noDate
        )}
      </span>
      <span className="min-w-0 flex-1 basis-52">
        <Link
          href={`/rooms/${id}`}
          prefetch={false}
          className="written block font-medium after:absolute after:inset-0 hover:underline"
        >
          <bdi>{title}</bdi>
        </Link>
        {show !== null && <bdi className="written side-of-parent block text-sm text-soft">{show}</bdi>}
      </span>
      {children}
    </li>
  );
}
