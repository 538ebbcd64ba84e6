import type { MineView } from "./mine";

/** Of somebody who holds no seat, or has just come into the audience. */
export const NOTHING_MINE: MineView = {
  seat: null,
  handRaisedAt: null,
  handQuestion: "",
  handParked: false,
  offer: null,
  hands: null,
  handTotals: null,
  offers: null,
  barred: false,
  standingOffer: false,
  agreesToRecording: null,
  seatOffer: null,
  movedTo: null,
  apart: [],
};
