import { useEffect, useState } from "react";

type Devices = { inputs: MediaDeviceInfo[]; outputs: MediaDeviceInfo[] };

const NONE: Devices = { inputs: [], outputs: [] };

/** The devices that are plugged in, followed. Browsers name them only once a microphone was allowed: `asked` changing looks again. */
export function useDevices(asked: unknown): Devices {
  const [devices, setDevices] = useState(NONE);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the names are known only after the microphone was allowed
  useEffect(() => {
    const { mediaDevices } = navigator;
    if (!mediaDevices) return;
    let isGone = false;
    const look = async (): Promise<void> => {
      const all = await mediaDevices.enumerateDevices();
      const of = (kind: MediaDeviceKind) => all.filter((one) => one.kind === kind && one.deviceId !== "");
      if (!isGone) setDevices({ inputs: of("audioinput"), outputs: of("audiooutput") });
    };
    void look();
    mediaDevices.addEventListener("devicechange", look);
    return () => {
      isGone = true;
      mediaDevices.removeEventListener("devicechange", look);
    };
  }, [asked]);
  return devices;
}
