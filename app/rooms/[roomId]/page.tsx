import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { type Messages, NextIntlClientProvider } from "next-intl";
import { getMessages, getTranslations } from "next-intl/server";
import { cache } from "react";
import { validate } from "uuid";
import { JsonLd } from "@/app/json-ld";
import { RulesAtDoor } from "@/components/clubs/rules-at-door";
import { RemovedRoom } from "@/components/hallway/removed-room";
import { type BackstageWay, RoomScreen } from "@/components/room/room-screen";
import { classes } from "@/components/ui/classes";
import type { RoomId } from "@/lib/domain/ids";
import { roomJsonLd } from "@/lib/domain/sharing/json-ld";
import { isBackstageOpen, roleAtDoor } from "@/lib/domain/shows/backstage";
import { isolated } from "@/lib/domain/text/isolated";
import { env } from "@/lib/env";
import { findLinkBySecret } from "@/lib/server/acts/find-link-by-secret";
import type { Caller } from "@/lib/server/callers/caller";
import { addressOfPage, callerOfPage, viewer } from "@/lib/server/callers/session";
import { rulesAtDoor } from "@/lib/server/queries/clubs/rules-at-door";
import { knownRoom } from "@/lib/server/queries/rooms/known-room";
import { roomView } from "@/lib/server/queries/rooms/room-view";
import { visibilityOf } from "@/lib/server/queries/rooms/visibility";
import { waitsOnStage } from "@/lib/server/queries/rooms/waits-on-stage";
import { myPart } from "@/lib/server/queries/shows/my-part";
import type { RoomView } from "@/lib/wire/rooms/views";
import { RoomOutside } from "./room-outside";

type Props = {
  params: Promise<{ roomId: string }>;
  /** `invite`: the secret of an invitation link. */
  searchParams: Promise<{ invite?: string | string[] }>;
};

/** The room, if this person sees it or holds a link that lets them in; once a request. `removed`: they were put out of it. */
const load = cache(async (roomId: string, invite: string): Promise<RoomView | "removed" | null> => {
  if (!validate(roomId)) return null;
  const id = roomId as RoomId;
  const caller = await callerOfPage();
  const known = await knownRoom(caller, id);
  if (known) return known.view;
  if ((await visibilityOf(caller, id))?.sight === "removed") return "removed";
  return (await opensRoom(id, invite)) ? roomView(caller, id) : null;
});

async function opensRoom(roomId: RoomId, invite: string): Promise<boolean> {
  if (invite === "") return false;
  const link = await findLinkBySecret(roomId, invite, await addressOfPage());
  return link.ok && link.value?.open === true;
}

async function asked({ params, searchParams }: Props) {
  const [{ roomId }, { invite }] = await Promise.all([params, searchParams]);
  return load(roomId, typeof invite === "string" ? invite : "");
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const view = await asked(props);
  if (!view || view === "removed") return { robots: { index: false } };
  const [t, common] = await Promise.all([getTranslations("card"), getTranslations("common")]);
  const { id, kind } = view.room;
  const title = isolated(view.room.title);
  const description = view.room.description || common("tagline");
  const url = `/rooms/${id}`;
  const images = [{ url: `${url}/card.png`, width: 1_200, height: 630, type: "image/png", alt: t("alt", { title }) }];
  return {
    title,
    description,
    openGraph: { title, description, url, images, siteName: common("plenum"), type: "website" },
    twitter: { card: "summary_large_image", title, description, images },
    ...(kind === "open" ? { alternates: waysToFind((view.main ?? view).room.id, url) } : { robots: { index: false } }),
  };
}

/** Its own address, or the main hall's; and where another site's editor finds how the room is shown there. */
const waysToFind = (mainRoomId: string, url: string): Metadata["alternates"] => ({
  canonical: `/rooms/${mainRoomId}`,
  types: { "application/json+oembed": `/api/oembed?${new URLSearchParams({ url: addressOf(url), format: "json" })}` },
});

const addressOf = (path: string): string => new URL(path, env().PLENUM_URL).href;

/** As much of the texts about guests as stands in a room. `leads`: those of its desk, too. */
const roomParts = ({ backstage, announced, desk }: Messages["guests"], leads = false) =>
  leads ? { backstage, announced, desk } : { backstage };

/** What its team may do at the door of a planned room; null for everybody else. `isOpen`: they are let in now. */
async function wayOfTeam(
  caller: Caller | null,
  { room }: RoomView,
): Promise<{ isOpen: boolean; way: BackstageWay } | null> {
  if (room.status === "ended" || (room.status === "live" && !room.scheduledFor)) return null;
  const part = await myPart(caller, room.id as RoomId);
  if (!part) return null;
  const scheduledFor = room.scheduledFor === null ? null : new Date(room.scheduledFor);
  const onStage = roleAtDoor(part, { hostSeats: 1 }) !== null;
  const isOpen = room.status === "live" || isBackstageOpen({ status: room.status, scheduledFor }, new Date());
  return { isOpen, way: { onStage, mayGoLive: part === "host" || part === "cohost" } };
}

export default async function RoomPage(props: Props) {
  const view = await asked(props);
  if (!view) notFound();
  if (view === "removed") return <RemovedRoom />;
  // A hall that was closed is no place to be while its stage goes on: the main room's door finds another one.
  if (view.room.status === "ended" && view.main?.room.status === "live") redirect(`/rooms/${view.main.room.id}`);
  const facts = roomJsonLd((view.main ?? view).room, addressOf(`/rooms/${(view.main ?? view).room.id}`));
  const roomId = view.room.id as RoomId;
  const caller = await callerOfPage();
  const backstage = await wayOfTeam(caller, view);
  if (view.room.status !== "live" && !backstage?.isOpen) {
    return (
      <div className={classes("wrap-page pb-28", view.room.status === "ended" ? "max-w-5xl" : "max-w-3xl")}>
        <JsonLd facts={facts} />
        <RoomOutside room={view.room} caller={caller} isTeam={backstage !== null} />
      </div>
    );
  }
  // All but those of other pages: what stands in a room has messages of its own for each noun.
  const { club } = view.room;
  const [me, onStage, rules, messagesOfAll] = await Promise.all([
    viewer(),
    waitsOnStage(caller, roomId),
    club && rulesAtDoor(caller, club.id),
    getMessages(),
  ]);
  const { hallway, signIn, settings, admin, card, embed, clubs, shows, guests, reminders, figures, ...messages } =
    messagesOfAll;
  return (
    <NextIntlClientProvider messages={{ ...messages, guests: roomParts(guests, backstage?.way.mayGoLive) }}>
      <JsonLd facts={facts} />
      <RoomScreen
        view={view}
        viewer={me}
        rules={club && rules && <RulesAtDoor name={club.name} {...rules} />}
        waitsOnStage={onStage}
        backstage={backstage?.way}
        mediaUrl={env().LIVEKIT_PUBLIC_URL ?? env().LIVEKIT_URL}
        limits={{ capacity: env().PLENUM_ROOM_CAPACITY, overflowRooms: env().PLENUM_OVERFLOW_ROOMS }}
      />
    </NextIntlClientProvider>
  );
}
