import { expect, it } from "vitest";
import { healthOf } from "@/lib/domain/admin/health";

const WELL = {
  ...{ database: true, migrations: true, media: true, sweeps: true },
  ...{ families: 2, carried: 2, sendsMail: true },
};

const states = (found: Partial<typeof WELL>) =>
  Object.fromEntries(healthOf({ ...WELL, ...found }).map(({ part, state }) => [part, state]));

it("each part is away by what was found of it alone", () => {
  const well = { database: "well", migrations: "well", media: "well", worker: "well", relay: "well", mail: "well" };
  expect(states({})).toEqual(well);
  expect(states({ media: false })).toEqual({ ...well, media: "away" });
  expect(states({ sweeps: false })).toEqual({ ...well, worker: "away" });
  expect(states({ carried: 1 })).toEqual({ ...well, relay: "away" });
  expect(states({ families: 0, carried: 0 })).toEqual(well);
  expect(states({ sendsMail: false })).toEqual({ ...well, mail: "off" });
});

it("without a database nobody is said to be there who says so in it", () => {
  const away = { database: false, migrations: false, sweeps: false, families: 0, carried: 0 };
  expect(states(away)).toMatchObject({ database: "away", worker: "away", relay: "away", media: "well" });
});
