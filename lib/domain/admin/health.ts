/** What an instance is made of, as its admins look after it. */
export const PARTS = ["database", "migrations", "media", "worker", "relay", "mail"] as const;
type Part = (typeof PARTS)[number];

/** `off`: not set up, which is a choice. */
export type PartState = "well" | "away" | "off";

type Found = {
  database: boolean;
  migrations: boolean;
  media: boolean;
  /** Some worker holds the sweep's lease now. */
  sweeps: boolean;
  /** Families with overflow rooms, and how many of their stages are carried now. */
  families: number;
  carried: number;
  sendsMail: boolean;
};

/** The state of each part. Without the database nothing is known of those that say that they are there by a row. */
export function healthOf({ database, migrations, media, sweeps, families, carried, sendsMail }: Found) {
  const there = (is: boolean): PartState => (is ? "well" : "away");
  const states: Record<Part, PartState> = {
    database: there(database),
    migrations: there(migrations),
    media: there(media),
    worker: there(database && sweeps),
    relay: database && families === 0 ? "well" : there(database && carried === families),
    mail: sendsMail ? "well" : "off",
  };
  return PARTS.map((part) => ({ part, state: states[part] }));
}
