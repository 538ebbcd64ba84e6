import OpusScript from "opusscript";

/** A page as it lies in the file. `packets`: whole ones; ours never go over a page's end. */
export type ReadPage = { serial: number; sequence: number; granule: number; flags: number; packets: Buffer[] };

const RATE = 48_000;

/** Reads an Ogg file as RFC 3533 says, on its own and not with what writes it. Throws at whatever is not right. */
export function readOgg(file: Buffer): ReadPage[] {
  const pages: ReadPage[] = [];
  for (let at = 0; at < file.length; ) {
    if (file.toString("latin1", at, at + 4) !== "OggS" || file[at + 4] !== 0) throw new Error(`no page at byte ${at}`);
    const segments = file[at + 26] ?? 0;
    const lacing = file.subarray(at + 27, at + 27 + segments);
    const bodyAt = at + 27 + segments;
    const end = bodyAt + lacing.reduce((sum, length) => sum + length, 0);
    if (end > file.length) throw new Error("the last page is cut off");
    const sum = file.readUInt32LE(at + 22);
    const page = Buffer.from(file.subarray(at, end));
    page.fill(0, 22, 26);
    if (bitwiseChecksum(page) !== sum) throw new Error(`page at byte ${at} is damaged`);
    const packets: Buffer[] = [];
    let from = bodyAt;
    let length = 0;
    for (const lace of lacing) {
      length += lace;
      if (lace === 255) continue;
      packets.push(file.subarray(from, from + length));
      from += length;
      length = 0;
    }
    if (length > 0) throw new Error("a packet goes over the page's end");
    pages.push({
      serial: file.readUInt32LE(at + 14),
      sequence: file.readUInt32LE(at + 18),
      granule: Number(file.readBigInt64LE(at + 6)),
      flags: file[at + 5] ?? 0,
      packets,
    });
    at = end;
  }
  return pages;
}

/** The polynomial 0x04c11db7, a bit at a time. */
function bitwiseChecksum(bytes: Buffer): number {
  let sum = 0;
  for (const byte of bytes) {
    sum ^= byte << 24;
    for (let bit = 0; bit < 8; bit++) sum = sum & 0x80000000 ? (sum << 1) ^ 0x04c11db7 : sum << 1;
  }
  return sum >>> 0;
}

/** All samples of an Opus file, decoded; throws where the pages are not one stream in order. */
export function decodeOgg(file: Buffer): Int16Array {
  const pages = readOgg(file);
  const [head, tags, ...sound] = pages;
  if (head?.packets[0]?.toString("latin1", 0, 8) !== "OpusHead" || head.flags !== 2) throw new Error("no OpusHead");
  if (tags?.packets[0]?.toString("latin1", 0, 8) !== "OpusTags") throw new Error("no OpusTags");
  const opus = new OpusScript(RATE, 1, OpusScript.Application.VOIP);
  const blocks: Buffer[] = [];
  let samples = 0;
  for (const [place, page] of pages.entries()) {
    if (page.sequence !== place || page.serial !== head.serial) throw new Error(`page ${place} is out of order`);
  }
  for (const page of sound) {
    for (const packet of page.packets) {
      const pcm = opus.decode(packet);
      samples += pcm.length / 2;
      blocks.push(pcm);
    }
    if (page.granule !== samples) throw new Error(`page ${page.sequence} says ${page.granule}, holds ${samples}`);
  }
  opus.delete();
  const all = Buffer.concat(blocks);
  return new Int16Array(all.buffer, all.byteOffset, all.length / 2);
}

const WINDOW_MS = 100;

/** How loud a tone is in each tenth of a second, in dB of full scale. Goertzel's filter. */
export function toneLevels(samples: Int16Array, hz: number): number[] {
  const size = (RATE * WINDOW_MS) / 1_000;
  const turn = 2 * Math.cos((2 * Math.PI * hz) / RATE);
  return Array.from({ length: Math.floor(samples.length / size) }, (_, window) => {
    let [before, last] = [0, 0];
    for (const [at, sample] of samples.subarray(window * size, (window + 1) * size).entries()) {
      // Hann's window, so that the beginning of one tone is not taken for another.
      const weight = 1 - Math.cos((2 * Math.PI * at) / size);
      [before, last] = [last, (sample / 32_768) * weight + turn * last - before];
    }
    const power = before ** 2 + last ** 2 - turn * before * last;
    return 20 * Math.log10(Math.max(1e-10, (2 * Math.sqrt(Math.max(0, power))) / size));
  });
}
