import { STAGE_RATE } from "@/lib/relay/stage/sound";

/** Samples that the encoder is late by, which a player leaves out at the start. libopus's look-ahead at 48 kHz. */
const PRE_SKIP = 312;

/** The first packet of an Opus stream: mono, at 48 kHz. Source: RFC 7845, 5.1. */
export function opusHead(): Buffer {
  const head = Buffer.alloc(19);
  head.write("OpusHead", 0, "latin1");
  head.writeUInt8(1, 8);
  head.writeUInt8(1, 9);
  head.writeUInt16LE(PRE_SKIP, 10);
  head.writeUInt32LE(STAGE_RATE, 12);
  return head;
}

/** The second one. Nothing of the room stands in it: what people download says no more than what they hear. Source: RFC 7845, 5.2. */
export function opusTags(): Buffer {
  const vendor = Buffer.from("Plenum");
  const tags = Buffer.alloc(8 + 4 + vendor.length + 4);
  tags.write("OpusTags", 0, "latin1");
  tags.writeUInt32LE(vendor.length, 8);
  tags.set(vendor, 12);
  return tags;
}
