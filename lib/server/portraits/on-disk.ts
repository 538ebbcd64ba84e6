import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { PortraitStore, StoredKind } from "./portrait-store";

/** Files in `folder`/`kind.folder`. A file is whole or not there, also after a crash while it was written. */
export function storeOnDisk(folder: string, kind: StoredKind): PortraitStore {
  const place = join(folder, kind.folder);
  return {
    put: async (name, picture) => {
      await mkdir(place, { recursive: true });
      const unfinished = join(place, `.${name}.${process.pid}`);
      await writeFile(unfinished, picture);
      await rename(unfinished, join(place, name));
    },
    get: async (name) => {
      try {
        return await readFile(join(place, name));
      } catch (fault) {
        if (isAbsent(fault)) return null;
        throw fault;
      }
    },
    delete: (name) => rm(join(place, name), { force: true }),
  };
}

const isAbsent = (fault: unknown): boolean => fault instanceof Error && "code" in fault && fault.code === "ENOENT";
