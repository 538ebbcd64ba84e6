import { setTimeout as sleep } from "node:timers/promises";
import { awayService } from "@/lib/domain/service-away";
import { claimRooms, releaseRooms } from "@/lib/server/announcing/claim-rooms";
import { dueRooms } from "@/lib/server/announcing/due-rooms";
import { type PassingNotice, ROOM_PASSING_CHANNEL } from "@/lib/server/notify/passing";
import { ROOM_EVENT_CHANNEL } from "@/lib/server/notify/write-room-events";
import { listen } from "@/lib/server/postgres/listen";
import { log } from "@/lib/server/postgres/log";
import { FollowedVersions } from "./followed-versions";
import { RoomStream } from "./room-stream";

/** How often all rooms are looked through: for heartbeats, for leases that ran out, for what a lost notification missed. */
const LOOK_MS = 1_000;

type Post = { stream: RoomStream; busy: boolean; again: boolean };

/**
 * Sends the events of rooms into LiveKit, until `signal`. Any number of processes may run it: each room is one process's
 * at a time, by a lease, and is sent from its stored position, so that order holds and nothing is lost when one is killed.
 * What was sent but not yet marked is sent twice; browsers know it by its version.
 */
export async function runAnnouncer(holder: string, signal: AbortSignal): Promise<void> {
  const posts = new Map<string, Post>();
  const followed = new FollowedVersions();
  let look: Promise<void> | null = null;
  const lookNow = (): Promise<void> => {
    look ??= lookThrough(holder, posts, followed)
      .catch((fault: unknown) => log().warn({ err: fault }, "announcer cannot look"))
      .finally(() => {
        look = null;
      });
    return look;
  };
  const stopListening = listen(ROOM_EVENT_CHANNEL, (roomId) => {
    if (roomId === null) {
      void lookNow();
      return;
    }
    void wake(holder, posts, roomId);
    for (const [id, post] of posts) if (post.stream.mainRoomId === roomId) void wake(holder, posts, id);
  });
  const stopPassing = listen(ROOM_PASSING_CHANNEL, (payload) => {
    const notices =
      payload === null
        ? [...posts.keys()].map((roomId): PassingNotice => ({ roomId, chat: true }))
        : [JSON.parse(payload) as PassingNotice];
    for (const notice of notices) void pass(posts, notice);
  });
  while (!signal.aborted) {
    await lookNow();
    await sleep(LOOK_MS, undefined, { signal }).catch(() => undefined);
  }
  stopListening();
  stopPassing();
  for (const { stream } of posts.values()) stream.stop();
  await untilIdle(posts);
  await releaseRooms(holder).catch(() => undefined);
}

async function lookThrough(holder: string, posts: Map<string, Post>, followed: FollowedVersions): Promise<void> {
  const rooms = await dueRooms();
  const due = new Set(rooms.map((room) => room.roomId));
  for (const [roomId, post] of posts) if (!due.has(roomId) && !post.busy) posts.delete(roomId);
  await take(
    holder,
    posts,
    rooms.map((room) => room.roomId).filter((roomId) => posts.get(roomId)?.stream.needsRenewal ?? true),
  );
  for (const room of rooms) {
    const post = posts.get(room.roomId);
    post?.stream.note(room, followed.of(room.roomId));
    if (post) void work(posts, room.roomId, post);
  }
  // Told at the next look: what is announced does not wait for it.
  void followed
    .look(rooms.filter(({ roomId, openSeats }) => openSeats > 0 && posts.has(roomId)))
    .catch((fault: unknown) => log().warn({ err: fault }, "announcer cannot read who is followed"));
}

async function wake(holder: string, posts: Map<string, Post>, roomId: string): Promise<void> {
  try {
    if (posts.get(roomId)?.stream.needsRenewal ?? true) await take(holder, posts, [roomId]);
    const post = posts.get(roomId);
    if (post) await work(posts, roomId, post);
  } catch (fault) {
    log().warn({ err: fault, roomId }, "announcer cannot claim");
  }
}

/** Passing news is told by the process that announces the room. Where no process does, it is lost. */
async function pass(posts: Map<string, Post>, { roomId, chat, reactions }: PassingNotice): Promise<void> {
  const post = posts.get(roomId);
  if (!post) return;
  if (chat) post.stream.chat.changed();
  if (reactions) post.stream.passing.react(reactions);
  await work(posts, roomId, post);
}

/** Rooms that another process holds are dropped. */
async function take(holder: string, posts: Map<string, Post>, roomIds: string[]): Promise<void> {
  const askedAt = performance.now();
  const claimed = new Map((await claimRooms(holder, roomIds)).map((room) => [room.roomId, room]));
  for (const roomId of roomIds) {
    const room = claimed.get(roomId);
    if (!room) {
      posts.delete(roomId);
      continue;
    }
    const post = posts.get(roomId) ?? { stream: new RoomStream(roomId, room), busy: false, again: false };
    post.stream.renew(room, askedAt);
    posts.set(roomId, post);
  }
}

/** One call a room at a time; a call that comes meanwhile makes it look once more. */
async function work(posts: Map<string, Post>, roomId: string, post: Post): Promise<void> {
  if (post.busy) {
    post.again = true;
    post.stream.wake();
    return;
  }
  post.busy = true;
  try {
    do {
      post.again = false;
      if (!(await post.stream.sendDue())) {
        posts.delete(roomId);
        return;
      }
    } while (post.again);
  } catch (fault) {
    // It stays due and is tried again at the next look.
    if (!awayService(fault)) log().error({ err: fault, roomId }, "announcing failed");
  } finally {
    post.busy = false;
  }
}

const LONGEST_IDLE_WAIT_MS = 5_000;

async function untilIdle(posts: Map<string, Post>): Promise<void> {
  const until = performance.now() + LONGEST_IDLE_WAIT_MS;
  while ([...posts.values()].some((post) => post.busy) && performance.now() < until) await sleep(50);
}
