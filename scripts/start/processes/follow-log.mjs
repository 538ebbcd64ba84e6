import { closeSync, fstatSync, ftruncateSync, mkdirSync, openSync, readSync, renameSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { StringDecoder } from "node:string_decoder";

const LOOK_EVERY_MS = 100;
const GREATEST_BYTES = 50_000_000;
const CHUNK_BYTES = 65_536;

/**
 * Opens a log for a child to write into by itself, and reads along. The child holds the file and not a pipe, so that
 * it goes on undisturbed when the supervisor is killed. Older text is kept in `NAME.log.1`.
 * @param {string} path
 * @param {(line: string) => void} onLine
 * @returns {{ descriptor: number, readNow: () => void, close: () => void }}
 */
export function followLog(path, onLine) {
  mkdirSync(dirname(path), { recursive: true });
  putAside(path);
  const descriptor = openSync(path, "a+");
  const decoder = new StringDecoder("utf8");
  const chunk = Buffer.alloc(CHUNK_BYTES);
  let position = fstatSync(descriptor).size;
  let begun = "";

  function readNow() {
    for (;;) {
      const bytes = readSync(descriptor, chunk, 0, CHUNK_BYTES, position);
      if (bytes === 0) break;
      position += bytes;
      const lines = (begun + decoder.write(chunk.subarray(0, bytes))).split("\n");
      begun = lines.pop() ?? "";
      for (const line of lines) onLine(line);
    }
    if (position > GREATEST_BYTES) {
      ftruncateSync(descriptor, 0);
      position = 0;
    }
  }

  const timer = setInterval(readNow, LOOK_EVERY_MS);
  return {
    descriptor,
    readNow,
    close() {
      clearInterval(timer);
      readNow();
      closeSync(descriptor);
    },
  };
}

function putAside(path) {
  try {
    if (statSync(path).size > 0) renameSync(path, `${path}.1`);
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
  }
}
