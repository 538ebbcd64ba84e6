import { useCallback, useEffect, useRef, useState } from "react";
import { roomSession } from "@/lib/client/room/room-session";
import type { MicrophoneState } from "@/lib/client/room/session-state";
import { captureMicrophone } from "@/lib/client/sound/capture-microphone";
import { deviceList } from "@/lib/client/sound/devices";
import { useSoundSettings } from "./use-sound-settings";

/** Long enough for a sentence. */
const RECORDED_MS = 4_000;

type Fault = Extract<MicrophoneState, "refused" | "missing" | "insecure">;

export type Check = {
  /** What the microphone hears now; null while it is not tried. */
  device: MediaStreamTrack | null;
  fault: Fault | null;
  step: "idle" | "asking" | "listening" | "recording" | "playing";
  begin: () => void;
  record: () => void;
};

type Opened = { device: MediaStreamTrack; close: () => void };

/** Tries the microphone before others hear it: its level, and a sentence of one's own played back. Nothing leaves the page. */
export function useCheck(): Check {
  const { inputId, outputId, music, noise } = useSoundSettings();
  const [opened, setOpened] = useState<Opened | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const [step, setStep] = useState<Check["step"]>("idle");
  const [wanted, setWanted] = useState(false);
  const playback = useRef<HTMLAudioElement | null>(null);
  useEffect(() => {
    if (!wanted) return;
    let isGone = false;
    let open: Opened | null = null;
    setStep("asking");
    setFault(null);
    void openForCheck({ inputId, music, noise }).then((answer) => {
      if ("fault" in answer) {
        if (isGone) return;
        setFault(answer.fault);
        setWanted(false);
        return setStep("idle");
      }
      if (isGone) return answer.close();
      open = answer;
      void deviceList.look();
      setOpened(answer);
      setStep("listening");
    });
    return () => {
      isGone = true;
      open?.close();
      setOpened(null);
    };
  }, [wanted, inputId, music, noise]);
  const isClosed = useRef(false);
  useEffect(() => {
    isClosed.current = false;
    return () => {
      isClosed.current = true;
      playback.current?.pause();
    };
  }, []);

  const record = useCallback(() => {
    if (!opened) return;
    setStep("recording");
    const recorder = new MediaRecorder(new MediaStream([opened.device]));
    const end = setTimeout(() => recorder.state === "recording" && recorder.stop(), RECORDED_MS);
    recorder.addEventListener("dataavailable", ({ data }) => {
      clearTimeout(end);
      // Closing the dialog ends the recording, too; nobody wants to hear it then.
      if (isClosed.current) return;
      setStep("playing");
      void playBack(data, outputId, playback).finally(() => setStep((now) => (now === "playing" ? "listening" : now)));
    });
    recorder.start();
  }, [opened, outputId]);
  return { device: opened?.device ?? null, fault, step, begin: () => setWanted(true), record };
}

/** Somebody on stage has it open already: then that one is listened to, as it is. */
async function openForCheck(settings: Parameters<typeof captureMicrophone>[0]): Promise<Opened | { fault: Fault }> {
  const open = await roomSession().microphone.listenIn();
  if (open) return { device: open, close: () => open.stop() };
  const answer = await captureMicrophone(settings);
  if ("state" in answer) return { fault: answer.state };
  return { device: answer.capture.sent, close: answer.capture.close };
}

async function playBack(
  recording: Blob,
  outputId: string | null,
  playback: { current: HTMLAudioElement | null },
): Promise<void> {
  const address = URL.createObjectURL(recording);
  const element = new Audio(address);
  playback.current = element;
  try {
    await element.setSinkId?.(outputId ?? "");
    const ended = new Promise((resolve) => {
      for (const name of ["ended", "pause", "error"]) element.addEventListener(name, resolve, { once: true });
    });
    await element.play();
    await ended;
  } catch {
    // Played where nothing can be heard: the level above has said what there is to say.
  } finally {
    URL.revokeObjectURL(address);
  }
}
