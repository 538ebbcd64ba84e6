/** Somebody whose sound this browser receives, or the relay, by its identity. `open`: their microphone is on. `weak`: their own connection is, says the server. */
export type Voice = {
  personId: string;
  open: boolean;
  weak: boolean;
  track: MediaStreamTrack | null;
  receiver: RTCRtpReceiver | null;
};
