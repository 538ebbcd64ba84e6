import { deviceList, idsOf, systemChoice } from "./devices";

/** Compares what was plugged in when a microphone was last opened, or tried, with what is plugged in now. */
export class DevicesThen {
  #plugged: string | null = null;
  #inputId: string | null = null;
  system: string | null = null;

  /** `inputId`: which one was opened or tried; null for whichever the system prefers. */
  note(inputId: string | null): void {
    const { inputs } = deviceList.state();
    const plugged = idsOf(inputs);
    this.#inputId = inputId;
    this.#plugged = plugged && JSON.stringify(plugged);
    this.system = systemChoice(inputs, inputId);
  }

  /** Browsers name devices only once one was opened: the first list after it is what it was opened with. */
  haveChanged(): boolean {
    if (this.#plugged === null) this.note(this.#inputId);
    const plugged = idsOf(deviceList.state().inputs);
    return plugged !== null && JSON.stringify(plugged) !== this.#plugged;
  }
}
