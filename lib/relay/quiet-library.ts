import { createRequire } from "node:module";
import { AudioSource } from "@livekit/rtc-node";

type Bindings = {
  livekitInitialize: (take: (bytes: Uint8Array) => void, withLogs: boolean, version: string) => void;
  FfiEvent: { fromBinary: (bytes: Uint8Array) => unknown };
};

type Client = { emit: (name: "ffi_event", event: unknown) => void };

const SAMPLE_RATE = 16_000;
const VERSION = "1.1.0";

/**
 * Asks rtc-node for its events without its log. By itself it sends every line that WebRTC logs, at the finest level, through
 * JavaScript, where each is decoded, shown to each room and thrown away: about 4,000 lines a connection. With fifteen listeners in
 * a process (measured beside a bare LiveKit) a connection cost 190 to 250 ms of processor time with them and 90 without, and
 * JavaScript a quarter of a core with them and a hundredth without. There is no option for it; the second call to the native
 * part replaces what the first one asked for. Where the library is built differently nothing happens.
 */
export async function quietLibrary(): Promise<void> {
  // The library begins with the first thing made of it.
  await new AudioSource(SAMPLE_RATE, 1).close();
  const client = (globalThis as { _ffiClientInstance?: Client })._ffiClientInstance;
  const bindings = createRequire(import.meta.resolve("@livekit/rtc-node"))("@livekit/rtc-ffi-bindings") as Bindings;
  if (!client || typeof bindings.livekitInitialize !== "function") return;
  const take = (bytes: Uint8Array): void => client.emit("ffi_event", bindings.FfiEvent.fromBinary(bytes));
  bindings.livekitInitialize(take, false, VERSION);
}
