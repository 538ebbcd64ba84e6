import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { cutVoice, type Voice } from "./voice";

const WAV_HEADER_BYTES = 44;

/** Reads the recording of one of the demo cast: 16 kHz, mono, 16 bit, gzipped. Source: prisma/voices/make.mjs. */
export async function readVoice(handle: string): Promise<Voice> {
  const packed = await readFile(join(process.cwd(), "prisma/voices", `${handle}.wav.gz`));
  const wav = await promisify(gunzip)(packed);
  const bytes = wav.subarray(WAV_HEADER_BYTES);
  return cutVoice(new Int16Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)));
}
