import { StayAwake } from "@/lib/client/browser/stay-awake";
import type { Done } from "@/lib/client/call";
import type { HeldRoom } from "@/lib/client/room/held-room";
import { roomStore } from "@/lib/client/room/room-store";
import { isInside } from "@/lib/client/room/session-state";
import type { Voice } from "@/lib/client/room/voice";
import type { PlayableVoice } from "@/lib/client/sound/audio-pool";
import { BoothMicrophone } from "./booth-microphone";
import { ChannelEar, playable } from "./channel-ear";
import { ChannelLink } from "./channel-link";
import { channelSettings } from "./channel-settings";
import { channelStore } from "./channel-store";
import { type Booth, boothOf, floorLevel, languageToHear, voicesOf } from "./hearing";
import { interpretingApi } from "./interpreting-api";

/** How often the sound is listened for: the floor has to be back two seconds after an interpreter's last packet. */
const LISTEN_EVERY_MS = 100;

/** Plays these over the stage, and the stage at this level from now on. */
type Output = (voices: PlayableVoice[], floor: number) => void;

/**
 * The languages of the room that this page is in: hears one by a connection of its own, turns the floor down beneath it and
 * up again the moment it is not heard, and carries an interpreter's own voice. Fetched only where somebody interprets.
 * The floor's connection is never touched. Source: mechanics, languages; behaviours 28.
 */
class ChannelSession {
  readonly #ears = new ChannelLink(() => this.#agree());
  readonly #mouth = new ChannelLink(() => this.#agree());
  readonly #ear = new ChannelEar();
  readonly #microphone = new BoothMicrophone(
    { connection: () => this.#mouth.connection, mayOpen: () => this.#booth !== null },
    () => this.#tell(),
  );
  readonly #stayAwake = new StayAwake();
  #booth: Booth | null = null;
  #language: string | null = null;
  #timer: ReturnType<typeof setInterval> | null = null;
  #agreeing = false;
  readonly #output: Output;

  constructor(output: Output) {
    this.#output = output;
    roomStore.watch(() => this.#agree());
    channelSettings.watch(() => this.#agree());
    this.#agree();
  }

  /** Asks for the device ahead, so that the first word of a colleague who takes over is heard. */
  openMicrophone(): Promise<boolean> {
    return this.#microphone.open();
  }

  /** On the air, heard at once; the colleague who was is still heard for a moment. Null where there is no microphone. */
  async takeAir(): Promise<Done | null> {
    const booth = this.#booth;
    if (!booth || !(await this.#microphone.open())) return null;
    const answer = await interpretingApi.takeAir(booth.mainRoomId, ownId());
    if (!answer.ok) return answer;
    showOnAir(booth.language);
    await this.#microphone.speak();
    return answer;
  }

  /** Silent here before the server is asked. */
  async leaveAir(): Promise<Done | null> {
    const booth = this.#booth;
    await this.#microphone.fallSilent();
    return booth && interpretingApi.leaveAir(booth.mainRoomId, ownId());
  }

  #agree(): void {
    // The new target reports a change, which calls this again.
    if (this.#agreeing) return;
    this.#agreeing = true;
    const { held, phase } = roomStore.state();
    const inside = isInside(phase) ? held : null;
    this.#booth = inside && boothOf(inside.personId, inside.view);
    this.#language = inside && this.#chosen(inside);
    this.#ears.want(
      inside && this.#language !== null ? { hallId: inside.view.room.id, language: this.#language } : null,
    );
    this.#stayAwake.hold(this.#booth !== null);
    this.#mouth.want(this.#booth && { hallId: this.#booth.mainRoomId, language: this.#booth.language });
    if (this.#booth) this.#microphone.follow(this.#booth.onAir);
    else this.#microphone.close();
    if (this.#language !== null) this.#timer ??= setInterval(() => this.#listen(), LISTEN_EVERY_MS);
    else this.#stopListening();
    this.#agreeing = false;
    this.#listen();
  }

  /** An interpreter hears what they interpret from; everyone else what they chose. */
  #chosen({ view }: HeldRoom): string | null {
    return this.#booth ? this.#booth.source : languageToHear(channelSettings.state().wish, view);
  }

  #listen(): void {
    const { held } = roomStore.state();
    const language = this.#language;
    const channel = held?.view.channels.find((one) => one.language === language);
    const onAir = channel?.interpreters.some((one) => one.onAir) ?? false;
    const voices = held && language !== null ? this.#voices(voicesOf(channel, held.view)) : [];
    const key = held && language !== null ? `${held.view.room.id} ${language}` : null;
    const state = this.#ear.judge({ key, onAir, voices }, performance.now());
    // An interpreter who works from a channel hears it instead of the floor, not over it.
    const beneath = this.#booth ? 0 : channelSettings.state().floor;
    this.#output(playable(voices), floorLevel(state, beneath));
    this.#tell(state);
  }

  #voices(heard: ReadonlySet<string>): Voice[] {
    return this.#ears.connection?.voices().filter(({ personId }) => heard.has(personId)) ?? [];
  }

  #stopListening(): void {
    if (this.#timer) clearInterval(this.#timer);
    this.#timer = null;
  }

  #tell(state = channelStore.state().state): void {
    const { state: microphone, device } = this.#microphone;
    const booth = { connected: this.#mouth.connection !== null, microphone, device };
    channelStore.tell({ language: this.#language, state, booth });
  }
}

const ownId = (): string => roomStore.state().held?.personId ?? "";

/** Shows the answered state before it is announced. */
function showOnAir(language: string): void {
  const { held } = roomStore.state();
  if (!held) return;
  const channels = held.view.channels.map((channel) =>
    channel.language !== language
      ? channel
      : {
          language,
          interpreters: channel.interpreters.map((one) => ({ ...one, onAir: one.person.id === held.personId })),
        },
  );
  roomStore.tell({ type: "held", held: { ...held, view: { ...held.view, channels } } });
}

let session: ChannelSession | null = null;

/** The page's one session of languages, made at the first call. Every later call gets the same one. */
export function startChannels(output: Output): void {
  session ??= new ChannelSession(output);
}

/** Null until the room's session has begun it. */
export const channelSession = (): ChannelSession | null => session;
