/** Whether this browser lets pages receive sound at all: a setting or an extension may have taken that away, for privacy. */
export const hasWebRtc = (): boolean => typeof RTCPeerConnection === "function";
