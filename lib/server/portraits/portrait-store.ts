import { env } from "@/lib/env";
import { oncePerProcess } from "@/lib/server/postgres/process";
import { storeInBucket } from "./in-bucket";
import { storeOnDisk } from "./on-disk";

/** Where portraits lie, each under a name of its own. Names are ours: hex digits, dashes and an ending. */
export type PortraitStore = {
  put: (name: string, picture: Buffer) => Promise<void>;
  /** Null where there is none. */
  get: (name: string) => Promise<Buffer | null>;
  /** Fine where there is none. */
  delete: (name: string) => Promise<void>;
};

/** The bucket where one is set, else a folder of the data folder. */
export const portraitStore = (): PortraitStore =>
  oncePerProcess("portraitStore", () => {
    const { PLENUM_BUCKET: address, PLENUM_BUCKET_KEY: key, PLENUM_BUCKET_SECRET: secret } = env();
    if (!address || !key || !secret) return storeOnDisk(env().PLENUM_FILES);
    return storeInBucket({ address, key, secret, region: env().PLENUM_BUCKET_REGION });
  });
