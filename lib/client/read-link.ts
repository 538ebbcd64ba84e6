import type { LinkReading } from "./link-judge";

/** The counters of these peers, added up. A report's fields that a browser does not know count as nothing. */
export async function readLink(receivers: RTCRtpReceiver[], sender: RTCRtpSender | undefined): Promise<LinkReading> {
  const reading: LinkReading = { received: 0, concealed: 0, lost: null, roundTripMs: null };
  for (const report of await Promise.all(receivers.map((receiver) => receiver.getStats()))) {
    for (const entry of report.values()) {
      if (entry.type !== "inbound-rtp") continue;
      reading.received += entry.totalSamplesReceived ?? 0;
      reading.concealed += (entry.concealedSamples ?? 0) - (entry.silentConcealedSamples ?? 0);
    }
  }
  for (const entry of (await sender?.getStats())?.values() ?? []) {
    if (entry.type !== "remote-inbound-rtp") continue;
    reading.lost = entry.fractionLost ?? null;
    reading.roundTripMs = entry.roundTripTime === undefined ? null : entry.roundTripTime * 1_000;
  }
  return reading;
}
