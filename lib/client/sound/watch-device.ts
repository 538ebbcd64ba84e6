import { deviceList } from "./devices";
import { soundSettings } from "./sound-settings";

/** Browsers do not tell of everything, and of some things late; half a second later it is seen. */
const LOOK_EVERY_MS = 500;

/** `look`: compare what is wanted with what is; `news`: something happened. `tapped`: inside a tap, which opens what was blocked. */
export type DeviceWatcher = { look: (news: boolean) => void; tapped?: () => void };

/** Says when the sound of a device is checked; the members that want it check it themselves. The page's only one. */
class WatchDevice {
  readonly #watchers = new Set<DeviceWatcher>();
  #unwatch: (() => void) | null = null;
  #timer: ReturnType<typeof setInterval> | null = null;

  /** Doing it twice is fine. */
  join(watcher: DeviceWatcher): void {
    this.#watchers.add(watcher);
    if (this.#timer) return;
    this.#timer = setInterval(() => this.#tick(), LOOK_EVERY_MS);
    this.#listen(true);
  }

  leave(watcher: DeviceWatcher): void {
    this.#watchers.delete(watcher);
    if (this.#watchers.size > 0 || !this.#timer) return;
    clearInterval(this.#timer);
    this.#timer = null;
    this.#listen(false);
  }

  /** Somebody heard of something that concerns all. */
  readonly news = (): void => {
    void deviceList.look();
    this.#lookNews();
  };

  #tick(): void {
    const { inputId, outputId } = soundSettings.state();
    // Not every browser tells of a device that is pulled out; who chose none has the system's, which follows by itself.
    if (inputId !== null || outputId !== null) void deviceList.look();
    for (const { look } of this.#watchers) look(false);
  }

  readonly #tapped = (): void => {
    for (const { tapped } of this.#watchers) tapped?.();
  };

  readonly #lookNews = (): void => {
    for (const { look } of this.#watchers) look(true);
  };

  /** A page that is thawed, looked at again or shown again may have lost anything meanwhile. */
  #listen(on: boolean): void {
    const act = on ? "addEventListener" : "removeEventListener";
    for (const name of ["visibilitychange", "resume"]) document[act](name, this.news);
    for (const name of ["pageshow", "focus"]) window[act](name, this.news);
    for (const name of ["click", "keydown"]) window[act](name, this.#tapped, true);
    this.#unwatch?.();
    this.#unwatch = on ? deviceList.watch(this.#lookNews) : null;
  }
}

export const watchDevice = new WatchDevice();
