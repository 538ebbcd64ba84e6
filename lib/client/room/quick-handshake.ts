const LITE = /^a=ice-lite\r?\n/gm;
const EITHER_ROLE = /^a=setup:actpass\r?$/gm;

/**
 * From now on this page's peer connections reach a media server with ICE lite in two round trips, however long a round trip is. Left to
 * themselves they need four and, from about 150 ms on, a second more: docs/decisions/a-handshake-of-two-round-trips.md.
 */
export function quickenHandshakes(): void {
  class QuickPeerConnection extends RTCPeerConnection {
    override async setRemoteDescription(description: RTCSessionDescriptionInit): Promise<void> {
      const { type, sdp = "" } = description;
      if (sdp.search(LITE) < 0) return super.setRemoteDescription(description);
      // A browser that knows of ICE lite names the path it chose only a second later; otherwise it does so with its first packet.
      const asFull = { type, sdp: sdp.replace(LITE, "") };
      if (type !== "offer" || this.remoteDescription) return super.setRemoteDescription(asFull);
      try {
        await this.#choosePath();
        await super.setRemoteDescription({ type, sdp: asFull.sdp.replace(EITHER_ROLE, "a=setup:active") });
      } catch {
        // Slower, but as every browser knows it.
        await super.setRemoteDescription(description);
      }
    }

    /** The side that offers first chooses the path. An empty offer, which the server's own replaces, is enough. */
    async #choosePath(): Promise<void> {
      if (this.signalingState === "stable") await this.setLocalDescription(await this.createOffer());
    }
  }
  globalThis.RTCPeerConnection = QuickPeerConnection;
}
