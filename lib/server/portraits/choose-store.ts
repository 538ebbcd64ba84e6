import { env } from "@/lib/env";
import { oncePerProcess } from "@/lib/server/postgres/process";
import { storeInBucket } from "./in-bucket";
import { storeOnDisk } from "./on-disk";
import type { PortraitStore, StoredKind } from "./portrait-store";

export const portraitStore = (): PortraitStore =>
  oncePerProcess("portraitStore", () => storeOf({ folder: "portraits", type: "image/webp" }));

export const recordingStore = (): PortraitStore =>
  oncePerProcess("recordingStore", () => storeOf({ folder: "recordings", type: "audio/ogg" }));

/** The bucket where one is set, else a folder of the data folder. */
function storeOf(kind: StoredKind): PortraitStore {
  const { PLENUM_BUCKET: address, PLENUM_BUCKET_KEY: key, PLENUM_BUCKET_SECRET: secret } = env();
  if (!address || !key || !secret) return storeOnDisk(env().PLENUM_FILES, kind);
  return storeInBucket({ address, key, secret, region: env().PLENUM_BUCKET_REGION }, kind);
}
