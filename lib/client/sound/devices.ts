export type Devices = { inputs: MediaDeviceInfo[]; outputs: MediaDeviceInfo[] };

const NONE: Devices = { inputs: [], outputs: [] };

/** The devices that are plugged in, followed while anybody watches. Browsers name them only once a microphone was allowed. */
class DeviceList {
  #devices = NONE;
  #seen = "";
  #watchers = new Set<() => void>();

  readonly state = (): Devices => this.#devices;

  readonly serverState = (): Devices => NONE;

  readonly watch = (tell: () => void): (() => void) => {
    if (this.#watchers.size === 0) navigator.mediaDevices?.addEventListener("devicechange", this.look);
    this.#watchers.add(tell);
    void this.look();
    return () => {
      this.#watchers.delete(tell);
      if (this.#watchers.size > 0) return;
      navigator.mediaDevices?.removeEventListener("devicechange", this.look);
      // An unwatched list grows old, so it counts as unknown.
      [this.#devices, this.#seen] = [NONE, ""];
    };
  };

  /** Reads the list anew. Call it once a microphone was opened: the names are known then. */
  readonly look = async (): Promise<void> => {
    if (this.#watchers.size === 0) return;
    const all = (await navigator.mediaDevices?.enumerateDevices().catch(() => null)) ?? [];
    const of = (kind: MediaDeviceKind) => all.filter((one) => one.kind === kind && one.deviceId !== "");
    const seen = keyOf([...of("audioinput"), ...of("audiooutput")]);
    if (seen === this.#seen) return;
    this.#seen = seen;
    this.#devices = { inputs: of("audioinput"), outputs: of("audiooutput") };
    for (const tell of this.#watchers) tell();
  };
}

const keyOf = (devices: MediaDeviceInfo[]): string =>
  JSON.stringify(devices.map(({ kind, deviceId, groupId, label }) => [kind, deviceId, groupId, label]));

/** The ids of what is plugged in; null where the browser names nothing, and so tells nothing. */
export const idsOf = (devices: readonly MediaDeviceInfo[]): string[] | null =>
  devices.length === 0 ? null : devices.map(({ deviceId }) => deviceId);

/** Entries that stand for whichever device the system prefers, in general or for calls; some browsers list them beside the real ones. */
const SYSTEMS: ReadonlySet<string> = new Set(["default", "communications"]);

/**
 * The device behind the system's own choice, null where unknown. `inputId`: what was asked for; null for the system's choice in
 * general. A device that was chosen by itself does not change with it.
 */
export function systemChoice(devices: readonly MediaDeviceInfo[], inputId: string | null): string | null {
  const wanted = inputId ?? "default";
  const choice = SYSTEMS.has(wanted) && devices.find(({ deviceId }) => deviceId === wanted);
  return choice ? `${choice.groupId} ${choice.label}` : null;
}

export const deviceList = new DeviceList();
