import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { PortraitStore, StoredKind } from "./portrait-store";

/** Files in `folder`/`kind.folder`. A file is whole or not there, also after a crash while it was written. */
export function storeOnDisk(folder: string, kind: StoredKind): PortraitStore {
  // Where it is the operator says: nothing below it belongs to the program.
  const place = join(/* turbopackIgnore: true */ folder, kind.folder);
  const at = (name: string): string => join(/* turbopackIgnore: true */ place, name);
  return {
    put: async (name, picture) => {
      await mkdir(place, { recursive: true });
      const unfinished = at(`.${name}.${process.pid}`);
      await writeFile(unfinished, picture);
      await rename(unfinished, at(name));
    },
    get: async (name) => {
      try {
        return await readFile(at(name));
      } catch (fault) {
        if (isAbsent(fault)) return null;
        throw fault;
      }
    },
    delete: (name) => rm(at(name), { force: true }),
  };
}

const isAbsent = (fault: unknown): boolean => fault instanceof Error && "code" in fault && fault.code === "ENOENT";
