import { describe, expect, it } from "vitest";
import { readSoundSettings, withVolume } from "@/lib/client/sound/sound-settings";

const FRESH = readSoundSettings(null);

describe("what is kept of how a browser hears and speaks", () => {
  it("is sound for talk where nothing is kept", () => {
    expect(FRESH).toEqual({
      inputId: null,
      outputId: null,
      pushToTalk: false,
      music: false,
      noise: "browser",
      volumes: {},
      stageLevel: 1,
    });
  });

  it("comes back as it was", () => {
    const chosen = {
      inputId: "desk",
      outputId: "ears",
      pushToTalk: true,
      music: true,
      noise: "rnnoise",
      volumes: { ada: 0.4 },
      stageLevel: 0.25,
    };
    expect(readSoundSettings(JSON.parse(JSON.stringify(chosen)))).toEqual(chosen);
  });

  it.each([
    "loud",
    7,
    [],
    { noise: "much", music: "yes", inputId: 3, pushToTalk: 1 },
    { volumes: { ada: 1.5, ben: -1, cleo: "half" } },
    { stageLevel: "loud" },
    { stageLevel: -0.5 },
  ])("takes nothing that makes no sense: %j", (kept) => {
    expect(readSoundSettings(kept)).toEqual(FRESH);
  });

  it("forgets a volume that is full again, and the oldest of very many", () => {
    expect(withVolume({ ada: 0.5, ben: 0.2 }, "ada", 1)).toEqual({ ben: 0.2 });
    const many = Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`person-${index}`, 0.5]));
    const after = withVolume(many, "ada", 0.1);
    expect(Object.keys(after)).toHaveLength(200);
    expect(after).not.toHaveProperty("person-0");
    expect(after.ada).toBe(0.1);
  });
});
