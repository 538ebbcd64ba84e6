const SFNT_HEADER = 12;
const SFNT_ENTRY = 16;

/** The code points that a TrueType font has glyphs for. Reads the `cmap` formats 4 and 12, which all of ours have. Source: OpenType, cmap. */
export function coveredBy(font: Buffer): Set<number> {
  const cmap = tableOf(font, "cmap");
  const covered = new Set<number>();
  for (let table = 0; table < cmap.readUInt16BE(2); table++) {
    const encoded = cmap.subarray(cmap.readUInt32BE(4 + 8 * table + 4));
    const format = encoded.readUInt16BE(0);
    const ranges = format === 4 ? segmentsOf(encoded) : format === 12 ? groupsOf(encoded) : [];
    for (const [first, last] of ranges) for (let point = first; point <= last; point++) covered.add(point);
  }
  return covered;
}

function tableOf(font: Buffer, tag: string): Buffer {
  for (let at = SFNT_HEADER; at < SFNT_HEADER + SFNT_ENTRY * font.readUInt16BE(4); at += SFNT_ENTRY) {
    if (font.toString("latin1", at, at + 4) === tag) return font.subarray(font.readUInt32BE(at + 8));
  }
  throw new Error(`the font has no table ${tag}`);
}

type Range = [first: number, last: number];

function segmentsOf(cmap: Buffer): Range[] {
  const bytes = cmap.readUInt16BE(6);
  return Array.from({ length: bytes / 2 }, (_, segment): Range => {
    const last = cmap.readUInt16BE(14 + 2 * segment);
    return [cmap.readUInt16BE(16 + bytes + 2 * segment), last];
  }).filter(([, last]) => last !== 0xffff);
}

function groupsOf(cmap: Buffer): Range[] {
  return Array.from({ length: cmap.readUInt32BE(12) }, (_, group): Range => {
    const at = 16 + 12 * group;
    return [cmap.readUInt32BE(at), cmap.readUInt32BE(at + 4)];
  });
}
