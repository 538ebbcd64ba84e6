import { describe, expect, it } from "vitest";
import {
  compareMicrophone,
  compareOutput,
  comparePlaying,
  type MicrophoneReading,
  type OpenMicrophone,
  outletOf,
} from "@/lib/client/sound/compare";

const STOPPED = { wanted: 3, stopped: 3, refused: false, tries: [] };

describe("sound that should play, and elements that were stopped", () => {
  it("is begun again at once, and nothing is said, the first times", () => {
    expect(comparePlaying(STOPPED, 1_000)).toEqual({ begin: true, blocked: false });
    expect(comparePlaying({ ...STOPPED, stopped: 1, tries: [900, 950] }, 1_000)).toEqual({
      begin: true,
      blocked: false,
    });
  });

  it("is said once the browser refused, or something stops it again and again, and then begun only now and then", () => {
    expect(comparePlaying({ ...STOPPED, refused: true, tries: [900] }, 1_000)).toEqual({ begin: false, blocked: true });
    const contested = { ...STOPPED, tries: [100, 600, 1_100] };
    expect(comparePlaying(contested, 1_600)).toEqual({ begin: false, blocked: true });
    expect(comparePlaying(contested, 6_100)).toEqual({ begin: true, blocked: true });
  });

  it("is forgotten after half a minute: the next call is another one", () => {
    expect(comparePlaying({ ...STOPPED, tries: [100, 600, 1_100] }, 40_000)).toEqual({ begin: true, blocked: false });
  });

  it("is left alone while all of it plays, and where there is nothing to play", () => {
    const well = { begin: false, blocked: false };
    expect(comparePlaying({ ...STOPPED, stopped: 0, refused: true }, 1_000)).toEqual(well);
    expect(comparePlaying({ wanted: 0, stopped: 0, refused: true, tries: [1, 2, 3] }, 1_000)).toEqual(well);
  });
});

describe("how loud one voice is", () => {
  const all = [0, 0.25, 1].flatMap((level) =>
    [true, false].flatMap((ignored) => [true, false].map((running) => ({ level, ignored, running }))),
  );

  it("never makes an element silent while nothing is heard in its place, unless silence is wanted", () => {
    for (const reading of all) {
      const { muted, gain } = outletOf(reading);
      const isReplaced = gain !== null && reading.running;
      if (muted) expect(reading.level === 0 || isReplaced, JSON.stringify(reading)).toBe(true);
    }
  });

  it("is the element's own wherever that has one", () => {
    for (const reading of all.filter(({ ignored }) => !ignored)) expect(outletOf(reading).gain).toBeNull();
    expect(outletOf({ level: 0.25, ignored: false, running: true })).toEqual({
      volume: 0.25,
      muted: false,
      gain: null,
    });
  });

  it("is a gain's where elements have none, and only between silent and full", () => {
    expect(outletOf({ level: 0.25, ignored: true, running: true })).toEqual({ volume: 0.25, muted: true, gain: 0.25 });
    expect(outletOf({ level: 0.25, ignored: true, running: false }).muted).toBe(false);
    expect(outletOf({ level: 1, ignored: true, running: true })).toEqual({ volume: 1, muted: false, gain: null });
    expect(outletOf({ level: 0, ignored: true, running: false })).toEqual({ volume: 0, muted: true, gain: null });
  });
});

describe("the loudspeaker", () => {
  it("is the chosen one while it is there, and where the browser names none", () => {
    expect(compareOutput({ wanted: "ears", plugged: ["ears", "desk"], failed: false })).toEqual({
      use: "ears",
      other: false,
    });
    expect(compareOutput({ wanted: "ears", plugged: null, failed: false })).toEqual({ use: "ears", other: false });
  });

  it("is the system's own once the chosen one is gone or fails, which is said", () => {
    expect(compareOutput({ wanted: "ears", plugged: ["desk"], failed: false })).toEqual({ use: null, other: true });
    expect(compareOutput({ wanted: "ears", plugged: ["ears"], failed: true })).toEqual({ use: null, other: true });
  });

  it("is the system's own where none was chosen, which nobody has to be told", () => {
    expect(compareOutput({ wanted: null, plugged: ["desk"], failed: true })).toEqual({ use: null, other: false });
  });
});

const OPEN: OpenMicrophone = {
  live: true,
  silenced: false,
  inputId: null,
  systemThen: "built in",
  systemNow: "built in",
};

const reading = (changes: Partial<MicrophoneReading> = {}): MicrophoneReading => ({
  wanted: { on: true, inputId: null },
  open: OPEN,
  lacking: null,
  permission: "granted",
  plugged: ["default", "headset"],
  news: false,
  ...changes,
});

describe("an open microphone", () => {
  it("is shown as it is wanted while it is well", () => {
    expect(compareMicrophone(reading())).toEqual({ step: "none", shown: "on" });
    expect(compareMicrophone(reading({ wanted: { on: false, inputId: null } }))).toEqual({
      step: "none",
      shown: "off",
    });
  });

  it("is never shown on while the system lets nothing through", () => {
    const silenced = { ...OPEN, silenced: true };
    expect(compareMicrophone(reading({ open: silenced }))).toEqual({ step: "none", shown: "silenced" });
    expect(compareMicrophone(reading({ open: silenced, wanted: { on: false, inputId: null } })).shown).toBe("off");
  });

  it("is opened anew when it has ended, whether or not anybody was told", () => {
    expect(compareMicrophone(reading({ open: { ...OPEN, live: false } })).step).toBe("renew");
  });

  it("is given back when the permission is taken away, and not asked for again", () => {
    for (const permission of ["denied", "taken"] as const) {
      for (const live of [true, false]) {
        const verdict = compareMicrophone(reading({ permission, open: { ...OPEN, live } }));
        expect(verdict).toEqual({ step: "lose", shown: "refused" });
      }
    }
  });

  it("stays where a browser never says that it allowed it", () => {
    expect(compareMicrophone(reading({ permission: "unknown" }))).toEqual({ step: "none", shown: "on" });
  });

  it("goes back to the chosen device once that is plugged in again, and tries so once", () => {
    const wanted = { on: true, inputId: "headset" };
    expect(compareMicrophone(reading({ wanted, news: true })).step).toBe("renew");
    expect(compareMicrophone(reading({ wanted, news: false })).step).toBe("none");
    expect(compareMicrophone(reading({ wanted, plugged: ["default"], news: true })).step).toBe("none");
    expect(compareMicrophone(reading({ wanted, open: { ...OPEN, inputId: "headset" }, news: true })).step).toBe("none");
  });

  it("follows the system's own choice where that is known", () => {
    const changed = { ...OPEN, systemNow: "headset" };
    expect(compareMicrophone(reading({ open: changed })).step).toBe("renew");
    expect(compareMicrophone(reading({ open: { ...OPEN, systemNow: null } })).step).toBe("none");
  });
});

describe("a microphone that is lacking", () => {
  const lacking = (why: "refused" | "missing", changes: Partial<MicrophoneReading> = {}) =>
    compareMicrophone(reading({ open: null, lacking: why, news: true, ...changes })).step;

  it("is tried again when something has changed, and not before", () => {
    expect(lacking("missing")).toBe("renew");
    expect(lacking("missing", { news: false })).toBe("none");
  });

  it("is not asked for again where the answer was no, until the permission is there", () => {
    expect(lacking("refused")).toBe("renew");
    for (const permission of ["denied", "taken", "unknown"] as const)
      expect(lacking("refused", { permission })).toBe("none");
    expect(lacking("missing", { permission: "denied" })).toBe("none");
    expect(lacking("missing", { permission: "unknown" })).toBe("renew");
  });

  it("is nobody's concern who wants none", () => {
    expect(compareMicrophone(reading({ open: null, news: true }))).toEqual({ step: "none", shown: null });
  });
});
