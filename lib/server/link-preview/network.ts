import type { LookupAddress } from "node:dns";
import { lookup } from "node:dns/promises";
import type { IncomingMessage } from "node:http";
import { request } from "node:https";
import { isIP } from "node:net";

/** How a page is reached: tests have one of their own. */
export type Network = {
  /** Every address of a name. Throws where there is none. */
  resolve: (host: string) => Promise<LookupAddress[]>;
  /** Asks for a page at exactly that address, whatever its name says by now. Throws where nobody answers. */
  open: (url: URL, address: LookupAddress, signal: AbortSignal) => Promise<IncomingMessage>;
};

/** The internet: port 443, nothing of ours along but what we are. */
export const INTERNET: Network = {
  resolve: async (host) => {
    const family = isIP(host);
    return family ? [{ address: host, family }] : lookup(host, { all: true });
  },
  open: (url, { address, family }, signal) =>
    new Promise((resolve, reject) => {
      request(url, {
        agent: false,
        port: 443,
        signal,
        // The name is not asked for again: a server that answers it differently the second time gains nothing.
        lookup: (_host, { all }, answer) => (all ? answer(null, [{ address, family }]) : answer(null, address, family)),
        headers: { accept: "text/html", "accept-encoding": "identity", "user-agent": "Plenum link preview" },
      })
        .on("response", resolve)
        .on("error", reject)
        .end();
    }),
};
