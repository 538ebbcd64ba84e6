/** Whether that address (http or ws) is this machine itself. Names that only resolve to it do not count. Pure. */
export function isLoopback(address: string): boolean {
  const host = new URL(address).hostname.replace(/^\[|\]$/g, "");
  return host === "::1" || /^127(\.\d{1,3}){3}$/.test(host) || /^([^.]+\.)*localhost$/i.test(host);
}
