import { freePort } from "../free-port.mjs";
import { ensureDatabase } from "./database.mjs";
import { OWNER, preparePostgres } from "./prepare.mjs";

const FIRST_PORT = 54_320;
/** Asked before it says so, it would refuse every connection and log each refusal. */
const READY_LINE = "database system is ready to accept connections";
/** Three processes with two pools of ten each, and room for more of them. */
const SETTINGS = ["max_connections=200", "shared_buffers=256MB"];

/**
 * Runs the embedded Postgres under the supervisor. Answers the address of Plenum's database in it.
 * @param {{ run: (service: import("../processes/supervise.mjs").Service) => Promise<void> }} supervisor
 * @param {{ dataFolder: string, password: string }} given
 */
export async function startPostgres(supervisor, { dataFolder, password }) {
  const port = await freePort(FIRST_PORT, new Set());
  const addressOf = (database) => `postgres://${OWNER}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
  const prepared = preparePostgres({ dataFolder, port, password, settings: SETTINGS });
  await supervisor.run({ name: "postgres", ...prepared, readyLine: READY_LINE });
  await ensureDatabase(addressOf("postgres"), "plenum");
  return addressOf("plenum");
}
