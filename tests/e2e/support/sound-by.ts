import type { BrowserContext } from "@playwright/test";

/** Lets all sound of the context's pages pass by that port and by nothing else. The pages pass by the context's proxy. */
export async function soundBy(context: BrowserContext, mediaPort: number): Promise<void> {
  await context.addInitScript(installWay, mediaPort);
}

/**
 * Runs in the page: where the media server says that it is reached, the relay of this port is put; the server is told of
 * no address of the browser's, so that it knows no other way either.
 */
function installWay(mediaPort: number): void {
  const peer = RTCPeerConnection.prototype;
  const { addIceCandidate, setRemoteDescription, createOffer, createAnswer } = peer;
  const byRelay = (candidate: string): string | null => {
    const parts = candidate.split(" ");
    if (parts[2]?.toLowerCase() !== "udp") return null;
    return [...parts.slice(0, 4), "127.0.0.1", mediaPort, ...parts.slice(6)].join(" ");
  };
  const rewrite = (sdp: string, candidateOf: (candidate: string) => string | null): string =>
    sdp.replace(/^a=(candidate:.*)\r\n/gm, (_line, candidate: string) => {
      const kept = candidateOf(candidate);
      return kept === null ? "" : `a=${kept}\r\n`;
    });
  const withoutWays = (make: typeof createOffer | typeof createAnswer) =>
    async function (this: RTCPeerConnection, ...given: unknown[]) {
      const { type, sdp = "" } = (await Reflect.apply(make, this, given)) as RTCSessionDescriptionInit;
      return { type, sdp: rewrite(sdp, () => null) };
    };

  Object.assign(peer, {
    async addIceCandidate(this: RTCPeerConnection, given: RTCIceCandidateInit) {
      const candidate = byRelay(given.candidate ?? "");
      if (candidate) await Reflect.apply(addIceCandidate, this, [{ ...given, candidate }]);
    },
    setRemoteDescription(this: RTCPeerConnection, { type, sdp = "" }: RTCSessionDescriptionInit) {
      return Reflect.apply(setRemoteDescription, this, [{ type, sdp: rewrite(sdp, byRelay) }]);
    },
    createOffer: withoutWays(createOffer),
    createAnswer: withoutWays(createAnswer),
  });
  Object.defineProperty(peer, "onicecandidate", { set: () => {}, get: () => null });
}
