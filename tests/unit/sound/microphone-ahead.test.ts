import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { MicrophoneState } from "@/lib/client/room/session-state";
import type { Capture, CaptureAnswer } from "@/lib/client/sound/capture-microphone";
import { Microphone } from "@/lib/client/sound/microphone";

beforeAll(() => {
  vi.stubGlobal("document", new EventTarget());
  vi.stubGlobal("window", new EventTarget());
  vi.stubGlobal("navigator", {});
});

afterAll(() => vi.unstubAllGlobals());

const opened = () => {
  const close = vi.fn();
  const track = Object.assign(new EventTarget(), {
    kind: "audio",
    readyState: "live",
    muted: false,
    enabled: true,
  }) as unknown as MediaStreamTrack;
  const capture: Capture = { source: track, sent: track, inputId: null, music: false, flows: () => true, close };
  return { answer: Promise.resolve<CaptureAnswer>({ capture }), close };
};

function microphoneOf(maySpeak: boolean) {
  const told: MicrophoneState[] = [];
  const microphone = new Microphone(() => ({ connection: null, maySpeak }), {
    state: (state) => told.push(state),
    capture: () => {},
    silenced: () => {},
    otherDevice: () => {},
  });
  return { microphone, told };
}

test("what was asked for ahead of the seat is on or off, as wanted, once there is one", async () => {
  for (const [on, state] of [
    [true, "on"],
    [false, "off"],
  ] as const) {
    const { microphone, told } = microphoneOf(true);
    const { answer, close } = opened();
    await microphone.take(answer, on);
    expect(told.at(-1)).toBe(state);
    expect(microphone.isOn).toBe(on);
    expect(close).not.toHaveBeenCalled();
  }
});

test("a device that came too late, or twice, is given back", async () => {
  const late = microphoneOf(false);
  const first = opened();
  await late.microphone.take(first.answer, true);
  expect(first.close).toHaveBeenCalledOnce();
  expect(late.told.at(-1)).toBe("none");

  const twice = microphoneOf(true);
  const [one, other] = [opened(), opened()];
  await twice.microphone.take(one.answer, true);
  await twice.microphone.take(other.answer, false);
  expect(other.close).toHaveBeenCalledOnce();
  expect(one.close).not.toHaveBeenCalled();
  expect(twice.microphone.isOn).toBe(true);
});

test("a refusal is told, and nobody is on the air", async () => {
  const { microphone, told } = microphoneOf(true);
  await microphone.take(Promise.resolve({ state: "refused" }), true);
  expect(told).toContain("refused");
  expect(microphone.isOn).toBe(false);
});
