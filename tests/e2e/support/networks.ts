import { cuttableNetwork, type Network } from "@/tests/support/network/cuttable-network";
import { mediaUdpPort } from "@/tests/support/running";
import { test as people } from "./people";

/** Tests with networks that can be cut, to be given to those who `arrive`. */
export const test = people.extend<{ openNetwork: () => Promise<Network> }>({
  openNetwork: async ({ product }, use) => {
    const networks: Network[] = [];
    await use(async () => {
      const network = await cuttableNetwork(mediaUdpPort(product.dataFolder));
      networks.push(network);
      return network;
    });
    for (const network of networks) network.close();
  },
});
