import { startProduct } from "@/tests/support/product";

/**
 * Before all tests: the whole product as `npm start` runs it, on a port and in a data folder of its own.
 * PLENUM_E2E_URL (with PLENUM_E2E_DATA for the tests that stop a process) takes one that runs already; `none` starts nothing.
 */
export default async function startStack(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.PLENUM_E2E_URL) return;
  const product = await startProduct();
  process.env.PLENUM_E2E_URL = product.url;
  process.env.PLENUM_E2E_DATA = product.dataFolder;
  return product.stop;
}
