/** Runs it once the page has nothing else to do. Answers with what calls that off. */
export function whenIdle(run: () => void): () => void {
  if ("requestIdleCallback" in window) {
    const asked = requestIdleCallback(run, { timeout: 3_000 });
    return () => cancelIdleCallback(asked);
  }
  const timer = setTimeout(run, 1_000);
  return () => clearTimeout(timer);
}
