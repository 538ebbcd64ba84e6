import { pageVolume } from "@/lib/client/browser/page-volume";
import { StayAwake } from "@/lib/client/browser/stay-awake";
import { SystemControls } from "@/lib/client/browser/system-controls";
import type { AudioPool } from "@/lib/client/sound/audio-pool";
import { pageContext } from "@/lib/client/sound/page-context";
import { soundSettings } from "@/lib/client/sound/sound-settings";
import { WatchSound } from "@/lib/client/sound/watch-sound";
import type { Connection } from "./connection";
import type { HeldRoom } from "./held-room";
import { roomStore } from "./room-store";
import type { SessionState } from "./session-state";
import { tellRoom } from "./tell-room";

/** What browser and system do while the page is in a room: volumes and loudspeaker, media keys, an awake screen, a check of the connection. */
export class Surroundings {
  readonly #stayAwake = new StayAwake();
  readonly #systemControls: SystemControls;
  readonly #watchSound = new WatchSound({
    link: (weak) => {
      if (isLink(roomStore.state().hint)) tellRoom({ type: "hint", hint: weak });
    },
    echo: () => tellRoom({ type: "hint", hint: "echo" }),
  });

  readonly #pool: AudioPool;

  constructor(pool: AudioPool, leave: () => void) {
    this.#pool = pool;
    this.#systemControls = new SystemControls({
      hear: (on) => {
        if (on) pool.unlock();
        tellRoom({ type: "roomMuted", muted: !on });
      },
      leave,
    });
    soundSettings.watch(() => this.tune());
    pageVolume.watch(() => this.tune());
  }

  /** Brings them in line with the room as it is held now. */
  agree({ view }: HeldRoom, maySpeak: boolean): void {
    this.tune();
    this.#stayAwake.hold(maySpeak);
    const names = [...(view.main?.stage ?? []), ...view.stage].map(({ name }) => name);
    const { roomMuted, soundBlocked } = roomStore.state();
    this.#systemControls.show({ title: view.room.title, names, heard: !roomMuted && !soundBlocked });
  }

  /** Everybody as loud as the person wants them, by the loudspeaker that they chose. */
  tune(): void {
    const { volumes, outputId } = soundSettings.state();
    this.#pool.tune({ muted: roomStore.state().roomMuted, volume: pageVolume.state(), volumes, outputId });
  }

  /** Looks at a connection that is up until `lose`: how well it carries, and whether one's own room echoes into it. */
  watch(connection: Connection, ownId: string, isHeard: () => boolean): void {
    this.#watchSound.start(connection, ownId, isHeard);
  }

  /** The connection is gone or broken: what is lost while there is no network says nothing about the one after it. */
  lose(): void {
    this.#watchSound.stop();
  }

  /** The page is in no room any more. */
  clear(): void {
    this.lose();
    pageContext.rest();
    this.#stayAwake.hold(false);
    this.#systemControls.clear();
  }
}

/** What is said of one's own devices stays until it is read, and what is said of the connection gives way to it. */
const isLink = (hint: SessionState["hint"]): boolean => hint === null || hint === "hearing" || hint === "speaking";
