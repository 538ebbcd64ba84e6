import type { Counters } from "./judge";

/** Where a listener sits. `number` 0 is the main hall. */
export type HallSeat = { roomId: string; number: number };

/** Why somebody did not come in. `retryAfterSeconds`: when the door wants to be asked again; null where asking is in vain. */
export type NotIn = { at: "door" | "media"; code: string; retryAfterSeconds: number | null };

/** What a listening process is told. Listeners are known by number. An empty `token` is a guest. */
export type Order =
  | { do: "join"; number: number; token: string; afterMs: number }
  | { do: "sample"; sample: number }
  | { do: "release"; numbers: number[] }
  | { do: "stop" };

/** What it tells. `soundMs`: from asking the door to the first track of the stage; null where the stage has none. */
export type Told =
  | { told: "in"; number: number; hall: HallSeat; doorMs: number; soundMs: number | null }
  | { told: "line"; number: number; place: number }
  | { told: "not-in"; number: number; why: NotIn }
  | { told: "torn"; number: number; reason: string }
  | { told: "heard"; sample: number; counters: [number: number, counters: Counters][]; processorMs: number }
  | { told: "released"; numbers: number[]; seatsLeft: number };
