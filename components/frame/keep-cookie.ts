const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Keeps a choice of the reader where the server sees it with the next page. Nothing secret goes in here. */
export function keepCookie(name: string, value: string): void {
  const secure = location.protocol === "https:" ? "; Secure" : "";
  document.cookie = `${name}=${encodeURIComponent(value)}; Path=/; Max-Age=${YEAR_SECONDS}; SameSite=Lax${secure}`;
}
