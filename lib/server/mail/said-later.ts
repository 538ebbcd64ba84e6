/**
 * Whether a mail has certainly not been taken, and may be in a while: its server could not be reached at all, or answered with a
 * code of the four hundreds. Where a connection broke later nobody knows. `fault`: what sendMail throws.
 */
export function isSaidLater(fault: unknown): boolean {
  if (!(fault instanceof Error)) return false;
  if ("responseCode" in fault) return Number(fault.responseCode) >= 400 && Number(fault.responseCode) < 500;
  return ("syscall" in fault && fault.syscall === "connect") || ("code" in fault && fault.code === "EDNS");
}
