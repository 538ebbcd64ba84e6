import { v7 as uuid } from "uuid";
import type { PersonId, RoomId } from "@/lib/domain/ids";
import type { RoomKind } from "@/lib/domain/rooms/room";
import { hashOf } from "@/lib/server/callers/secrets";
import { tellEpisodeNews } from "@/lib/server/notify/tell-episode-news";
import { db } from "@/lib/server/postgres/db";
import { inTransaction } from "@/lib/server/postgres/in-transaction";
import { prismaSql } from "@/lib/server/postgres/sql";
import { browserKeys, type PushService } from "@/tests/support/push/push-service";
import { addMember, addRoom } from "@/tests/support/scenes/at-the-door";

const MINUTE_MS = 60_000;

/** So many minutes from this moment on; before it where they are fewer than none. */
export const inMinutes = (minutes: number): Date => new Date(Date.now() + minutes * MINUTE_MS);

type EpisodeWishes = {
  createdById: PersonId;
  title?: string;
  scheduledFor: Date;
  showId?: string;
  kind?: RoomKind;
  clubId?: string;
  published?: boolean;
};

/** An announced episode, published unless wished otherwise. */
export async function addEpisode({ published = true, ...wishes }: EpisodeWishes): Promise<RoomId> {
  const { scheduledFor, showId = null, ...room } = wishes;
  const roomId = await addRoom({ ...room, status: "scheduled" });
  await db().room.update({ where: { id: roomId }, data: { scheduledFor, showId, liveAt: null } });
  await db().episode.create({ data: { roomId, publishedAt: published ? inMinutes(-600) : null } });
  return roomId;
}

/** A published show of one host. */
export async function addShow(hostId: PersonId, slug = "night-trains"): Promise<string> {
  const data = { slug, title: "Night trains", language: "en", createdById: hostId, publishedAt: inMinutes(-600) };
  const { id } = await db().show.create({ data: { ...data, hosts: { create: { personId: hostId } } } });
  return id;
}

/** Somebody with a confirmed address and a browser that takes pushes, since yesterday. */
export async function addReader(handle: string, service: PushService, { locale = "en" } = {}): Promise<PersonId> {
  const personId = await addMember(handle);
  await db().person.update({
    where: { id: personId },
    data: { email: `${handle}@example.org`, emailVerifiedAt: inMinutes(-1_440) },
  });
  const sessionHash = hashOf(handle);
  await db().session.create({ data: { personId, tokenHash: sessionHash, expiresAt: inMinutes(10_000) } });
  await db().pushSubscription.create({
    data: {
      ...{ id: uuid(), personId, sessionHash, ...browserKeys(), locale, createdAt: inMinutes(-1_440) },
      endpoint: `${service.origin}/push/${handle}`,
    },
  });
  return personId;
}

/** They asked for it an hour ago. */
export const asks = (
  personId: PersonId,
  roomId: RoomId,
  wishes: { remind?: boolean; timeZone?: string; locale?: string } = {},
) => db().rsvp.create({ data: { personId, roomId, at: inMinutes(-60), ...wishes } });

/** They have followed the show since yesterday. */
export const followsShow = (personId: PersonId, showId: string) =>
  db().showFollow.create({ data: { personId, showId, followedAt: inMinutes(-1_440) } });

/** As the commands that change an episode do: its sequence, its room and the news in one transaction. */
export async function moveTo(roomId: RoomId, scheduledFor: Date): Promise<void> {
  await inTransaction(async (tx) => {
    const { scheduledFor: from } = await tx.room.findUniqueOrThrow({ where: { id: roomId } });
    await tx.room.update({ where: { id: roomId }, data: { scheduledFor } });
    await tx.episode.update({ where: { roomId }, data: { sequence: { increment: 1 }, changedAt: new Date() } });
    await tellEpisodeNews(prismaSql(tx), { roomId, kind: "moved", from: from ?? new Date() });
  });
}

export async function rename(roomId: RoomId, title: string): Promise<void> {
  await inTransaction(async (tx) => {
    const { title: from } = await tx.room.findUniqueOrThrow({ where: { id: roomId } });
    await tx.room.update({ where: { id: roomId }, data: { title } });
    await tx.episode.update({ where: { roomId }, data: { sequence: { increment: 1 }, changedAt: new Date() } });
    await tellEpisodeNews(prismaSql(tx), { roomId, kind: "renamed", from });
  });
}

export async function callOff(roomId: RoomId, cancelReason = ""): Promise<void> {
  await inTransaction(async (tx) => {
    await tx.room.update({ where: { id: roomId }, data: { status: "ended", endedAt: new Date() } });
    await tx.episode.update({
      where: { roomId },
      data: { sequence: { increment: 1 }, cancelledAt: new Date(), cancelReason, changedAt: new Date() },
    });
    await tellEpisodeNews(prismaSql(tx), { roomId, kind: "cancelled" });
  });
}

export async function goLive(roomId: RoomId): Promise<void> {
  await inTransaction(async (tx) => {
    await tx.room.update({ where: { id: roomId }, data: { status: "live", liveAt: new Date() } });
    await tellEpisodeNews(prismaSql(tx), { roomId, kind: "live" });
  });
}
