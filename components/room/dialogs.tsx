import { type ComponentType, Suspense, useState } from "react";
import { lazily } from "@/components/ui/lazily";
import type { RoomLimits } from "@/lib/domain/rooms/room";
import { isHiddenKind } from "@/lib/domain/rooms/visibility";
import { leadsAlone } from "./leaving/leads-alone";
import { type DialogName, useOpened, useShow } from "./open-context";
import type { RoomScene } from "./use-room";

type DialogProps = { open: boolean; onClose: () => void; limits: RoomLimits };

type DialogEntry = {
  name: DialogName;
  /** Who is offered it. */
  may: (scene: RoomScene) => boolean;
  load: () => Promise<ComponentType<DialogProps>>;
};

const everyone = (): boolean => true;

const ENTRIES: readonly DialogEntry[] = [
  { name: "sound", may: everyone, load: async () => (await import("./sound/sound-dialog")).SoundDialog },
  { name: "keys", may: everyone, load: async () => (await import("./keyboard/keys-dialog")).KeysDialog },
  {
    name: "pin",
    may: ({ may }) => may("pinLink"),
    load: async () => (await import("./pinned-link/pin-link-dialog")).PinLinkDialog,
  },
  {
    name: "ping",
    may: ({ may, isMember, view }) => isMember && may(isHiddenKind(view.room.kind) ? "invite" : "pingPerson"),
    load: async () => (await import("./invites/ping-dialog")).PingDialog,
  },
  {
    name: "links",
    may: ({ may }) => may("inviteByLink"),
    load: async () => (await import("./invites/invite-links-dialog")).InviteLinksDialog,
  },
  {
    name: "interpreters",
    may: ({ may, view }) => may("assignInterpreter") && !view.room.family,
    load: async () => (await import("./interpreting/interpreters-dialog")).InterpretersDialog,
  },
  {
    name: "recording",
    may: ({ amOnStage, view }) => amOnStage && view.room.recording !== null,
    load: async () => (await import("./recording/recording-dialog")).RecordingDialog,
  },
  { name: "edit", may: ({ may }) => may("editRoom"), load: async () => (await import("./edit-room")).EditRoom },
  {
    name: "end",
    // A planned room is called off on its page, with a reason.
    may: ({ may, view }) => may("endRoom") && view.room.status === "live",
    load: async () => (await import("./leaving/leave-dialogs")).EndRoomDialog,
  },
  {
    name: "leave",
    may: leadsAlone,
    load: async () => (await import("./leaving/leave-dialogs")).LeaveInChargeDialog,
  },
];

/** What opens over the room, for a question or a form. */
export const DIALOGS = ENTRIES.map((entry) => ({ ...entry, Content: lazily(entry.load) }));

/** Whether that dialog is for me in this room. */
export const mayOpen = (name: DialogName, scene: RoomScene): boolean =>
  DIALOGS.some((entry) => entry.name === name && entry.may(scene));

/** The dialog that is open. One that was closed stays at hand: it gives the focus back, and keeps what it knows. */
export function Dialogs({ limits }: { limits: RoomLimits }) {
  const { dialog } = useOpened();
  const show = useShow();
  const [used, setUsed] = useState<readonly DialogName[]>([]);
  if (dialog && !used.includes(dialog)) setUsed([...used, dialog]);
  return DIALOGS.filter(({ name }) => used.includes(name)).map(({ name, Content }) => (
    <Suspense key={name}>
      <Content open={dialog === name} onClose={() => show({ dialog: null })} limits={limits} />
    </Suspense>
  ));
}
