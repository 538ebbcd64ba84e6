import { join } from "node:path";
import { chooseAddress } from "./address.mjs";
import { buildPages, buildProcesses, generateClient } from "./build-all.mjs";
import { choosePorts } from "./choose-ports.mjs";
import { BUILD, DATA } from "./folders.mjs";
import { findLiveKit } from "./livekit/find.mjs";
import { liveKitService } from "./livekit/service.mjs";
import { INSTALL_COMMAND, isInstalled } from "./packages.mjs";
import { migrate } from "./postgres/migrate.mjs";
import { startPostgres } from "./postgres/start-postgres.mjs";
import { childEnvironment } from "./processes/child-environment.mjs";
import { aloneInBuild } from "./processes/claim-build.mjs";
import { ownService } from "./processes/own-service.mjs";
import { runCommand } from "./processes/run-command.mjs";
import { step } from "./say.mjs";
import { readSecrets, readSettings } from "./settings.mjs";

/**
 * The steps of a start, beside each other where none waits for another: the media server is built while packages
 * arrive, pages while the database is made. Answers the address once every process is ready.
 * @param {{ supervisor: ReturnType<typeof import("./processes/supervise.mjs").createSupervisor>, dev: boolean, lan: boolean, tell: (facts: object) => void }} given
 * @returns {Promise<string>}
 */
export async function takeSteps({ supervisor, dev, lan, tell }) {
  const settings = readSettings();
  const secrets = { ...readSecrets(DATA), ...settings };
  const [found, databaseUrl] = await Promise.all([
    step("Media server", (note) => findLiveKit(settings, DATA, note)),
    step("Packages", installPackages).then(async () => {
      const [url] = await Promise.all([
        step("Database", (note) => openDatabase({ supervisor, settings, secrets, note })),
        step("Build", (note) => build(dev, note)),
      ]);
      return url;
    }),
  ]);
  // Chosen as late as can be, so that two starts beside each other seldom choose the same.
  const ports = await choosePorts(settings);
  const address = chooseAddress({ settings, lan, ports });
  const env = childEnvironment({ settings, secrets, address, ports, databaseUrl, dataFolder: DATA, dev });
  tell({ address: address.url, environment: env.own });
  const media = { dataFolder: DATA, ports, secrets, address };
  await Promise.all([
    found.kind !== "elsewhere" && step("LiveKit", () => supervisor.run(liveKitService(found, media))),
    // Strangers who open a public address shall not meet a cast that nobody plays.
    !settings.PLENUM_URL && step("Cast and rooms", () => seed(env.all)),
  ]);
  await step("Processes", () =>
    Promise.all(["web", "worker", "relay"].map((name) => supervisor.run(ownService(name, env.all)))),
  );
  if (dev) await (await import("./processes/watch-processes.mjs")).watchProcesses(supervisor);
  return address.url;
}

function installPackages(note) {
  return aloneInBuild(async () => {
    if (isInstalled()) return note("unchanged");
    await runCommand("packages", INSTALL_COMMAND, { dataFolder: DATA });
  });
}

async function openDatabase({ supervisor, settings, secrets, note }) {
  const own = { dataFolder: DATA, password: secrets.POSTGRES_PASSWORD };
  const url = settings.DATABASE_URL ?? (await startPostgres(supervisor, own));
  const migrated = await migrate(url, DATA);
  note(`${settings.DATABASE_URL ? "yours, at DATABASE_URL" : "PostgreSQL 18"}${migrated ? ", migrated" : ""}`);
  return url;
}

async function build(dev, note) {
  const made = [await generateClient(DATA), await buildProcesses(), !dev && (await buildPages(DATA))];
  if (!made.some(Boolean)) note("unchanged");
}

function seed(env) {
  return runCommand("seed", [process.execPath, "--enable-source-maps", join(BUILD, "seed.mjs")], {
    dataFolder: DATA,
    env,
  });
}
