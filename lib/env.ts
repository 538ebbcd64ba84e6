import { z } from "zod";
import { type Overrides, readOverrides } from "./domain/limits/overrides";
import { DEFAULT_CAPACITY, DEFAULT_OVERFLOW_ROOMS } from "./domain/rooms/room";
import { DOOR_CROWD } from "./domain/seats/door-line";
import { SIGN_UP_MODES } from "./domain/sign-in/sign-up";

const flag = z
  .enum(["0", "1", ""])
  .default("0")
  .transform((value) => value === "1");

const optionalText = z
  .string()
  .optional()
  .transform((value) => value || undefined);

const variables = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, "must start with postgres://"),
  /** Connections of each of a process's two pools: Prisma's and the hot one. */
  PLENUM_DB_POOL: z.coerce.number().int().min(2).max(100).default(10),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  /** The address that people open; sign-in, links and cookies follow it. */
  PLENUM_URL: z.url({ protocol: /^https?$/ }).default("http://localhost:3000"),
  /** The address the web process listens on. */
  PLENUM_BIND: z.string().default("127.0.0.1"),
  /** A start on loopback without configuration: one-tap cast and /dev/mail exist. */
  PLENUM_LOCAL: flag,
  /** Signs cookies and sign-in; every process of an instance has the same. */
  PLENUM_SECRET: z.string().min(32, "must have at least 32 characters"),
  /** Who may make an account: everyone, whoever a member invites, nobody. Members sign in in any case. */
  PLENUM_SIGN_UP: z.enum(SIGN_UP_MODES).default("open"),
  /** How many reverse proxies stand in front; their X-Forwarded-For entries are believed. */
  PLENUM_TRUST_PROXY: z.coerce.number().int().min(0).max(5).default(0),
  /** Greatest capacity that a host may give a room. */
  PLENUM_ROOM_CAPACITY: z.coerce.number().int().min(2).max(1_000_000).default(DEFAULT_CAPACITY),
  /** Overflow rooms that a family may have at once; 0 turns overflow off. */
  PLENUM_OVERFLOW_ROOMS: z.coerce.number().int().min(0).max(1_000).default(DEFAULT_OVERFLOW_ROOMS),
  /** Rooms of one person that may be live at once, without their overflow rooms. */
  PLENUM_ROOMS_OF_HOST: z.coerce.number().int().min(1).max(10_000).default(10),
  /** This instance's own lines in the table of how often anything may be done (lib/domain/limits): `searchesFromAddress=5000/60, …`. */
  PLENUM_LIMITS: z
    .string()
    .default("")
    .transform((text, check): Overrides => {
      const read = readOverrides(text);
      if (typeof read !== "string") return read;
      check.addIssue({ code: "custom", message: read });
      return z.NEVER;
    }),
  /** A crowd is at the door where more than so many wait for one room in a process, or one in twenty waits longer than so many milliseconds; arrivals then take tickets. */
  PLENUM_DOOR_BATCH: z.coerce.number().int().min(1).default(DOOR_CROWD.batch),
  PLENUM_DOOR_P95_MS: z.coerce.number().int().min(1).default(DOOR_CROWD.p95Ms),
  /** By which push services know this instance: a private key of the curve P-256, 32 bytes in base64url. Without it there are no pushes. */
  PLENUM_PUSH_KEY: z
    .string()
    .regex(/^[\w-]{43}$/, "must be 32 bytes in base64url")
    .optional()
    .or(z.literal("").transform(() => undefined)),
  /** Pushes that leave this instance in a second, so that those who follow them come to the door over minutes. */
  PLENUM_PUSHES_A_SECOND: z.coerce.number().int().min(1).max(10_000).default(500),
  /** Mails of what people missed that leave this instance in a second. */
  PLENUM_MAILS_A_SECOND: z.coerce.number().int().min(1).max(1_000).default(10),
  /** How servers reach LiveKit, and how browsers do. */
  LIVEKIT_URL: z.string().regex(/^wss?:\/\//, "must start with ws:// or wss://"),
  LIVEKIT_PUBLIC_URL: optionalText,
  LIVEKIT_API_KEY: z.string().min(1),
  LIVEKIT_API_SECRET: z.string().min(32, "must have at least 32 characters"),
  /** The folder in which uploaded pictures and recordings lie where there is no bucket; the same one for web, worker and relay. */
  PLENUM_FILES: z.string().default(".plenum/files"),
  /** An S3-compatible bucket for them instead: its address and its key. */
  PLENUM_BUCKET: z.union([z.literal(""), z.url({ protocol: /^https?$/ })]).optional(),
  PLENUM_BUCKET_REGION: z.string().default("auto"),
  PLENUM_BUCKET_KEY: optionalText,
  PLENUM_BUCKET_SECRET: optionalText,
  /** Recordings older than so many days are deleted, and the oldest once all together take more than so many gigabytes; 0 is no limit. */
  PLENUM_RECORDING_DAYS: z.coerce.number().int().min(0).max(36_500).default(0),
  PLENUM_RECORDING_GB: z.coerce.number().min(0).max(1_000_000).default(50),
  SMTP_URL: optionalText,
  MAIL_FROM: z.string().default("Plenum <plenum@localhost>"),
  GOOGLE_CLIENT_ID: optionalText,
  GOOGLE_CLIENT_SECRET: optionalText,
  GITHUB_CLIENT_ID: optionalText,
  GITHUB_CLIENT_SECRET: optionalText,
  OIDC_ISSUER: optionalText,
  OIDC_CLIENT_ID: optionalText,
  OIDC_CLIENT_SECRET: optionalText,
  OIDC_NAME: optionalText,
  /**
   * Names a relay in the leases it takes, and whoever is started in its place once it is dead, which then waits for none of them.
   * Given by the supervisor; never to two that run at once.
   */
  PLENUM_HOLDER: optionalText,
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
});

const environment = variables.refine(
  ({ PLENUM_BUCKET, PLENUM_BUCKET_KEY, PLENUM_BUCKET_SECRET }) =>
    !PLENUM_BUCKET || (PLENUM_BUCKET_KEY && PLENUM_BUCKET_SECRET),
  { path: ["PLENUM_BUCKET"], message: "needs PLENUM_BUCKET_KEY and PLENUM_BUCKET_SECRET" },
);

export type Env = z.infer<typeof environment>;

/**
 * Parses an environment. Throws an Error of one clear line that names each wrong variable and never its value.
 */
export function parseEnv(variables: Record<string, string | undefined>): Env {
  const parsed = environment.safeParse(variables);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`);
  throw new Error(`The environment is wrong: ${faults.join("; ")}`);
}

let parsedOnce: Env | undefined;

/** The environment of this process, parsed at first use so that a build needs none. */
export function env(): Env {
  parsedOnce ??= parseEnv(process.env);
  return parsedOnce;
}
