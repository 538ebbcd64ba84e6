"use client";

import { type ComponentType, createElement, Suspense } from "react";
import { lazily } from "@/components/ui/lazily";

/**
 * What the page of a room that is not live needs in the browser. Each part is fetched where it is drawn: Next puts all that a page might draw
 * into its first load, and a live room is the same page. What is tapped before its part is there waits for it (components/frame/early-taps.tsx).
 */
const later = <Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> => {
  const Part = lazily(load);
  return (props) => <Suspense>{createElement(Part as ComponentType<Props>, props)}</Suspense>;
};

export const AddToCalendar = later(async () => (await import("@/components/reminders/add-to-calendar")).AddToCalendar);
export const Attend = later(async () => (await import("@/components/reminders/attend")).Attend);
export const BackstageDoor = later(async () => (await import("@/components/guests/backstage-door")).BackstageDoor);
export const Countdown = later(async () => (await import("@/components/reminders/countdown")).Countdown);
export const GuestDesk = later(async () => (await import("@/components/guests/guest-desk")).GuestDesk);
export const RemindByMail = later(async () => (await import("@/components/reminders/remind-by-mail")).RemindByMail);
export const Replay = later(async () => (await import("@/components/recording/replay")).Replay);
export const WaitingRoom = later(async () => (await import("@/components/guests/waiting-room")).WaitingRoom);
