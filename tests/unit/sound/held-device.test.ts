import { afterEach, expect, it, vi } from "vitest";
import { captureMicrophone } from "@/lib/client/sound/capture-microphone";
import { systemChoice } from "@/lib/client/sound/devices";

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const SETTINGS = { inputId: "headset", music: false, noise: "browser" } as const;

const stream = { getAudioTracks: () => [{ kind: "audio" }] };

/** Answers the questions for a microphone one after another: the name of a fault, or null for a device. */
function answering(...names: (string | null)[]) {
  const getUserMedia = vi.fn(async (asked: { audio: MediaTrackConstraints }) => {
    expect(asked.audio.echoCancellation).toBe(true);
    const name = names.shift();
    if (name) throw new DOMException("No", name);
    return stream;
  });
  vi.stubGlobal("navigator", { mediaDevices: { getUserMedia } });
  vi.useFakeTimers();
  return getUserMedia;
}

async function capture() {
  const answer = captureMicrophone(SETTINGS);
  await vi.runAllTimersAsync();
  return answer;
}

it("a device that is just being let go of is asked for once more, and is the chosen one", async () => {
  for (const name of ["NotReadableError", "AbortError"]) {
    const asked = answering(name, null);
    expect(await capture()).toMatchObject({ capture: { inputId: "headset" } });
    expect(asked).toHaveBeenCalledTimes(2);
  }
});

it("a chosen device that cannot be started at all gives way to the system's own", async () => {
  for (const name of ["NotReadableError", "AbortError"]) {
    answering(name, name, null);
    expect(await capture()).toMatchObject({ capture: { inputId: null } });
  }
  for (const name of ["NotFoundError", "OverconstrainedError"]) {
    const asked = answering(name, null);
    expect(await capture()).toMatchObject({ capture: { inputId: null } });
    expect(asked).toHaveBeenCalledTimes(2);
  }
});

it("where none can be started it is missing, and a no is a no at once", async () => {
  answering("AbortError", "AbortError", "NotReadableError");
  expect(await capture()).toEqual({ state: "missing" });
  const asked = answering("NotAllowedError");
  expect(await capture()).toEqual({ state: "refused" });
  expect(asked).toHaveBeenCalledOnce();
});

it("the system's device for calls is followed like its device in general, and a chosen one is not", () => {
  const of = (deviceId: string, label: string) => ({ deviceId, label, groupId: label }) as MediaDeviceInfo;
  const before = [of("default", "Desk"), of("communications", "Headset"), of("one", "Desk"), of("two", "Headset")];
  const after = [of("default", "Desk"), of("communications", "Desk"), of("one", "Desk")];
  expect(systemChoice(before, "communications")).not.toBe(systemChoice(after, "communications"));
  expect(systemChoice(before, null)).toBe(systemChoice(after, null));
  expect(systemChoice(before, "two")).toBeNull();
});
