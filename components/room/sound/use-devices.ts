import { useSyncExternalStore } from "react";
import { type Devices, deviceList } from "@/lib/client/sound/devices";

/** The microphones and loudspeakers that are plugged in, followed. */
export const useDevices = (): Devices =>
  useSyncExternalStore(deviceList.watch, deviceList.state, deviceList.serverState);
