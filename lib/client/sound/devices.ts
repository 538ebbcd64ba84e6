export type Devices = { inputs: MediaDeviceInfo[]; outputs: MediaDeviceInfo[] };

const NONE: Devices = { inputs: [], outputs: [] };

/** The devices that are plugged in, followed while anybody watches. Browsers name them only once a microphone was allowed. */
class DeviceList {
  #devices = NONE;
  #watchers = new Set<() => void>();

  readonly state = (): Devices => this.#devices;

  readonly serverState = (): Devices => NONE;

  readonly watch = (tell: () => void): (() => void) => {
    if (this.#watchers.size === 0) navigator.mediaDevices?.addEventListener("devicechange", this.look);
    this.#watchers.add(tell);
    void this.look();
    return () => {
      this.#watchers.delete(tell);
      if (this.#watchers.size === 0) navigator.mediaDevices?.removeEventListener("devicechange", this.look);
    };
  };

  /** Reads the list anew. Call it once a microphone was opened: the names are known then. */
  readonly look = async (): Promise<void> => {
    if (this.#watchers.size === 0) return;
    const all = (await navigator.mediaDevices?.enumerateDevices()) ?? [];
    const of = (kind: MediaDeviceKind) => all.filter((one) => one.kind === kind && one.deviceId !== "");
    this.#devices = { inputs: of("audioinput"), outputs: of("audiooutput") };
    for (const tell of this.#watchers) tell();
  };
}

export const deviceList = new DeviceList();
