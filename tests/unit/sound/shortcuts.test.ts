import { describe, expect, it } from "vitest";
import { type Layout, labelsOfLayout, layoutAfterPress } from "@/lib/client/keyboard/key-labels";
import { isPressing, isSpace, type Press, shortcutOf } from "@/lib/client/keyboard/shortcut";

const press = (key: string, code: string, changes: Partial<Press> = {}): Press => ({
  key,
  code,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  shiftKey: false,
  isComposing: false,
  keyCode: 0,
  // As the browser's own, it knows only its own event.
  getModifierState(this: Press) {
    expect(this.code).toBe(code);
    return false;
  },
  ...changes,
});

/** What the keys at the places of M, H and S write. */
const OTHER_SCRIPTS: [layout: string, m: string, h: string, s: string][] = [
  ["Russian", "ь", "р", "ы"],
  ["Ukrainian", "ь", "р", "і"],
  ["Bulgarian", "п", "г", "я"],
  ["Greek", "μ", "η", "σ"],
  ["Hebrew", "צ", "י", "ד"],
  ["Arabic", "ة", "ا", "س"],
  ["Persian", "ئ", "ا", "س"],
  ["Georgian", "მ", "ჰ", "ს"],
  ["Armenian", "մ", "հ", "ս"],
  ["Thai", "ท", "้", "ห"],
  ["Hindi", "स", "प", "े"],
  ["Khmer", "ម", "ហ", "ស"],
  ["Korean", "ㅡ", "ㅗ", "ㄴ"],
];

describe("a key where the keyboard writes another script", () => {
  it.each(OTHER_SCRIPTS)("does by its place what M, H and S do: %s", (_layout, m, h, s) => {
    expect(shortcutOf(press(m, "KeyM"))).toBe("microphone");
    expect(shortcutOf(press(h, "KeyH"))).toBe("hand");
    expect(shortcutOf(press(s, "KeyS"))).toBe("sound");
    expect(shortcutOf(press(m.toUpperCase(), "KeyM"))).toBe("microphone");
    expect(shortcutOf(press(m, "KeyV"))).toBeNull();
  });

  it("does nothing where it only looks like one of them", () => {
    expect(shortcutOf(press("М", "KeyV"))).toBeNull();
    expect(shortcutOf(press("Н", "KeyY"))).toBeNull();
  });
});

describe("a key where the keyboard writes Latin letters", () => {
  it.each([
    ["QWERTY", "m", "KeyM", "microphone"],
    ["AZERTY", "m", "Semicolon", "microphone"],
    ["AZERTY, its comma", ",", "KeyM", null],
    ["Dvorak", "s", "Semicolon", "sound"],
    ["Dvorak, its o", "o", "KeyS", null],
    ["Dvorak", "h", "KeyJ", "hand"],
    ["Colemak, its r", "r", "KeyS", null],
    ["Turkish", "ş", "Semicolon", null],
    ["caps lock", "M", "KeyM", "microphone"],
    ["full width", "ｍ", "KeyM", "microphone"],
    ["a phone, without places", "m", "", "microphone"],
    ["a named key", "MediaStop", "MediaStop", null],
  ])("does what its letter says: %s", (_layout, key, code, does) => {
    expect(shortcutOf(press(key, code))).toBe(does);
  });
});

describe("space and the question mark", () => {
  it("are known by any space and any question mark", () => {
    for (const key of [" ", "\u00a0", "\u3000"]) expect(shortcutOf(press(key, "Space"))).toBe("talk");
    for (const key of ["?", "؟", "？", "՞"]) expect(shortcutOf(press(key, "Digit7", { shiftKey: true }))).toBe("help");
    expect(shortcutOf(press("ฦ", "Slash", { shiftKey: true }))).toBe("help");
    expect(shortcutOf(press(",", "Slash", { shiftKey: true }))).toBeNull();
  });

  it("hold and press a button, as Enter does", () => {
    expect(isSpace(press("\u3000", "Space"))).toBe(true);
    expect(isPressing(press("Enter", "NumpadEnter"))).toBe(true);
    expect(isPressing(press("m", "KeyM"))).toBe(false);
  });
});

describe("a key that is meant for something else", () => {
  it.each<[string, Partial<Press>]>([
    ["Ctrl", { ctrlKey: true }],
    ["Alt", { altKey: true }],
    ["Meta", { metaKey: true }],
    ["AltGr", { getModifierState: (name) => name === "AltGraph" }],
    ["an input method that composes", { isComposing: true }],
    ["an input method that has the key", { keyCode: 229 }],
  ])("does nothing here: %s", (_what, held) => {
    for (const [key, code] of [
      ["m", "KeyM"],
      ["ь", "KeyM"],
      [" ", "Space"],
      ["?", "Slash"],
    ] as const)
      expect(shortcutOf(press(key, code, held))).toBeNull();
  });
});

describe("what the help shows", () => {
  const on = (...keys: [code: string, key: string][]): Layout => new Map(keys);

  it("is the Latin letter where the keyboard has it, and where nothing is known", () => {
    const latin = { microphone: "M", hand: "H", sound: "S" };
    expect(labelsOfLayout(on())).toEqual(latin);
    expect(labelsOfLayout(on(["Semicolon", "m"], ["KeyM", ","], ["KeyH", "h"], ["KeyS", "s"]))).toEqual(latin);
  });

  it("is what lies at the place where the keyboard writes another script", () => {
    expect(labelsOfLayout(on(["KeyM", "ь"], ["KeyH", "р"], ["KeyS", "ы"]))).toEqual({
      microphone: "Ь",
      hand: "Р",
      sound: "Ы",
    });
    expect(labelsOfLayout(on(["KeyM", "מ"], ["KeyH", "้"])).hand).toBe("◌้");
    expect(labelsOfLayout(on(["KeyM", "მ"])).microphone).toBe("მ");
  });

  it("is learned from the keys that are pressed, and forgotten when the layout is changed", () => {
    const cyrillic = layoutAfterPress(layoutAfterPress(on(), press("ь", "KeyM")), press("р", "KeyH"));
    expect(labelsOfLayout(cyrillic)).toEqual({ microphone: "Ь", hand: "Р", sound: "S" });
    expect(labelsOfLayout(layoutAfterPress(cyrillic, press("f", "KeyF")))).toEqual({
      microphone: "M",
      hand: "H",
      sound: "S",
    });
    expect(layoutAfterPress(cyrillic, press("Enter", "Enter"))).toBe(cyrillic);
  });
});
