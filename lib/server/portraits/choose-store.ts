import { env } from "@/lib/env";
import { oncePerProcess } from "@/lib/server/postgres/process";
import { storeInBucket } from "./in-bucket";
import { storeOnDisk } from "./on-disk";
import type { PortraitStore } from "./portrait-store";

/** The bucket where one is set, else a folder of the data folder. */
export const portraitStore = (): PortraitStore =>
  oncePerProcess("portraitStore", () => {
    const { PLENUM_BUCKET: address, PLENUM_BUCKET_KEY: key, PLENUM_BUCKET_SECRET: secret } = env();
    if (!address || !key || !secret) return storeOnDisk(env().PLENUM_FILES);
    return storeInBucket({ address, key, secret, region: env().PLENUM_BUCKET_REGION });
  });
