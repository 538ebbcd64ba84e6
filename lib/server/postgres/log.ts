import pino from "pino";
import { env } from "@/lib/env";
import { oncePerProcess } from "./process";

/** Structured logs on stdout, one JSON object a line. Secrets never enter: tokens, cookies and addresses are not logged. */
export const log = (): pino.Logger =>
  oncePerProcess("log", () =>
    pino({
      level: env().LOG_LEVEL,
      base: { pid: process.pid },
      redact: {
        paths: ["token", "cookie", "authorization", "*.token", "*.cookie", "*.authorization"],
        censor: "[secret]",
      },
    }),
  );
