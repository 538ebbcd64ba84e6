import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/**
 * Stands between a process and its Postgres, so that the way can be cut and mended. `url`: the same database, by this way.
 * `swallow`: nothing gets through any more and nobody is told, as where a firewall has forgotten the connections; those
 * that were open then stay dead after `mend`, when Postgres alone has found it out, as its own probes do.
 */
export async function cuttableProxy(databaseUrl: string) {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  const ends = new Set<Socket>();
  let isCut = false;
  let isSwallowing = false;
  const server = createServer((near) => {
    if (isCut) return near.destroy();
    if (isSwallowing) return void sockets.add(near.on("error", () => near.destroy()));
    const far = connect(Number(target.port || 5432), target.hostname);
    ends.add(far.on("close", () => ends.delete(far)));
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      one.pipe(other);
      one.on("error", () => other.destroy());
      one.on("close", () => sockets.delete(one));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = new URL(databaseUrl);
  url.hostname = "127.0.0.1";
  url.port = String((server.address() as AddressInfo).port);
  const dropAll = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: url.href,
    cut: () => {
      isCut = true;
      dropAll();
    },
    swallow: () => {
      isSwallowing = true;
      for (const socket of sockets) socket.unpipe().pause();
    },
    mend: () => {
      if (isSwallowing) for (const end of ends) end.destroy();
      isCut = false;
      isSwallowing = false;
    },
    close: () => {
      dropAll();
      server.close();
    },
  };
}
