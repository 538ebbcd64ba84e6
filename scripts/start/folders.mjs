import { resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The clone that this script belongs to. */
export const PROJECT = fileURLToPath(new URL("../../", import.meta.url)).replace(/[\\/]$/, "");

/** Where a start keeps everything of its own: database, secrets, logs, what runs. */
export const DATA = resolve(PROJECT, process.env.PLENUM_DATA ?? ".plenum");

/** Where builds lie. They depend on the sources only, so that several data folders share them. */
export const BUILD = resolve(PROJECT, ".plenum/build");
