import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { ExpectedFault } from "../expected-fault.mjs";
import { buildServer, cachedServer, hasGo } from "./build.mjs";

/** The version that go.mod builds and docker-compose.yml pins. */
export const LIVEKIT_VERSION = "1.13.4";

/**
 * The media server: one that runs elsewhere, an installed one, a built one, a container.
 * @param {Record<string, string>} settings
 * @param {string} dataFolder
 * @returns {Promise<{ kind: "elsewhere" } | { kind: "binary", path: string } | { kind: "docker" }>}
 */
export async function findLiveKit(settings, dataFolder, note) {
  if (settings.LIVEKIT_URL) {
    if (!settings.LIVEKIT_API_KEY || !settings.LIVEKIT_API_SECRET) {
      throw new ExpectedFault("LIVEKIT_URL is set; LIVEKIT_API_KEY and LIVEKIT_API_SECRET are needed with it.");
    }
    note("yours, at LIVEKIT_URL");
    return { kind: "elsewhere" };
  }
  const installed = onPath("livekit-server");
  if (installed) {
    note("the installed one");
    return { kind: "binary", path: installed };
  }
  const wasBuilt = existsSync(cachedServer());
  if (wasBuilt || hasGo()) {
    const path = await buildServer(dataFolder);
    note(wasBuilt ? "built before" : `built ${LIVEKIT_VERSION} from Go modules`);
    return { kind: "binary", path };
  }
  if (spawnSync("docker", ["info"], { stdio: "ignore" }).status === 0) {
    note("in a container");
    return { kind: "docker" };
  }
  throw new ExpectedFault(
    [
      "Plenum needs the LiveKit media server. Any one of these gives it:",
      `  1. Install Go 1.24 or newer (https://go.dev/dl), then npm start builds LiveKit ${LIVEKIT_VERSION} once.`,
      "  2. Put a livekit-server on the PATH (https://docs.livekit.io/home/self-hosting/local/), or start Docker.",
      "  3. Set LIVEKIT_URL, LIVEKIT_API_KEY and LIVEKIT_API_SECRET to a server that runs already.",
    ].join("\n"),
  );
}

function onPath(name) {
  for (const folder of (process.env.PATH ?? "").split(delimiter)) {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return join(folder, name);
    } catch {
      // Not in this folder.
    }
  }
  return null;
}
