import { roomStore } from "@/lib/client/room/room-store";
import { tellRoom } from "@/lib/client/room/tell-room";
import type { ChannelView, InterpreterView } from "@/lib/wire/interpreting/views";

/** What one did oneself is shown before it is announced, as what it was answered to be. */
function show(change: (channel: ChannelView, isMine: (one: InterpreterView) => boolean) => ChannelView): void {
  const { held } = roomStore.state();
  if (!held) return;
  const channels = held.view.channels.map((channel) => change(channel, ({ person }) => person.id === held.personId));
  tellRoom({ type: "held", held: { ...held, view: { ...held.view, channels } } });
}

export const showOnAir = (language: string): void =>
  show((channel, isMine) =>
    channel.language === language
      ? { language, interpreters: channel.interpreters.map((one) => ({ ...one, onAir: isMine(one) })) }
      : channel,
  );

/** Turned to the stage one is off the air. */
export const showTurned = (toStage: boolean): void =>
  show(({ language, interpreters }, isMine) => ({
    language,
    interpreters: interpreters.map((one) => (isMine(one) ? { ...one, toStage, onAir: one.onAir && !toStage } : one)),
  }));
