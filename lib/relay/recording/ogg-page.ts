/** What a page is besides its packets. `granule`: samples at 48 kHz up to its end. `serial`: of the stream, the same in all its pages. */
export type OggPage = {
  serial: number;
  sequence: number;
  granule: number;
  packets: readonly Uint8Array[];
  begins?: boolean;
  ends?: boolean;
};

const HEADER_BYTES = 27;
const LACE = 255;
const BEGINS = 0x02;
const ENDS = 0x04;

/** One page of an Ogg stream; its packets begin and end in it. Throws where they do not fit into one. Source: RFC 3533, 6. */
export function oggPage({ serial, sequence, granule, packets, begins, ends }: OggPage): Buffer {
  const lacing = packets.flatMap(({ length }) => [
    ...new Array<number>(Math.floor(length / LACE)).fill(LACE),
    length % LACE,
  ]);
  if (lacing.length > LACE) throw new RangeError(`${packets.length} packets do not fit into one page`);
  const header = Buffer.alloc(HEADER_BYTES + lacing.length);
  header.write("OggS", 0, "latin1");
  header.writeUInt8((begins ? BEGINS : 0) | (ends ? ENDS : 0), 5);
  header.writeBigInt64LE(BigInt(granule), 6);
  header.writeUInt32LE(serial, 14);
  header.writeUInt32LE(sequence, 18);
  header.writeUInt8(lacing.length, 26);
  header.set(lacing, HEADER_BYTES);
  const page = Buffer.concat([header, ...packets]);
  // Over the page with the field itself at zero.
  page.writeUInt32LE(checksum(page), 22);
  return page;
}

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let remainder = byte << 24;
  for (let bit = 0; bit < 8; bit++) remainder = (remainder << 1) ^ (remainder < 0 ? 0x04c11db7 : 0);
  return remainder >>> 0;
});

function checksum(bytes: Uint8Array): number {
  let sum = 0;
  for (const byte of bytes) sum = ((sum << 8) ^ (TABLE[((sum >>> 24) ^ byte) & 0xff] ?? 0)) >>> 0;
  return sum;
}
