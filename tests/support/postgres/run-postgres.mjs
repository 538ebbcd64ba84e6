import { statSync } from "node:fs";
import { freePort } from "../../../scripts/start/free-port.mjs";
import { preparePostgres } from "../../../scripts/start/postgres/prepare.mjs";
import { createSupervisor } from "../../../scripts/start/processes/supervise.mjs";

/** Creates an embedded Postgres in the given data folder, runs it until it is ready, stops it, prints where it lay and whose it was. */
const [dataFolder, outside] = process.argv.slice(2);
const port = await freePort(54_900, new Set());
const prepared = preparePostgres({ dataFolder, port, password: "tests", outside });
const supervisor = createSupervisor({ dataFolder, onChildren: () => {} });
await supervisor.run({ name: "postgres", ...prepared, readyLine: "ready to accept connections" });
const { uid } = statSync(prepared.cwd);
await supervisor.stop();
console.log(JSON.stringify({ data: prepared.cwd, uid }));
