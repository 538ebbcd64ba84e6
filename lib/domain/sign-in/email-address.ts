/** Longest parts that mail servers take (RFC 5321, 4.5.3.1). */
const MAX_LOCAL = 64;
const MAX_ADDRESS = 254;

/** What must not stand in an address that we write to: spaces, controls, and what mail programs read as lists, names or comments. */
const NOT_ALLOWED = /[\s\p{C}"(),:;<>[\\\]`]/u;

/** Two labels or more; the last begins with a letter, which keeps bare IP addresses out. */
const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]*[a-z0-9])$/;

/**
 * One spelling for each mailbox: NFKC, lower case, exactly one @, the domain as ASCII. Null for what is no address.
 * Mail goes to this spelling only, so nobody gets in by one that merely looks like another's. Source: stack, trap 5.
 */
export function normalizeAddress(text: string): string | null {
  const folded = text.normalize("NFKC").trim().toLowerCase();
  if (NOT_ALLOWED.test(folded)) return null;
  const parts = folded.split("@");
  const [local, domain] = parts;
  if (parts.length !== 2 || !local || !domain || local.length > MAX_LOCAL) return null;
  const ascii = asciiDomain(domain);
  if (!ascii || !DOMAIN.test(ascii)) return null;
  const address = `${local}@${ascii}`;
  return address.length <= MAX_ADDRESS ? address : null;
}

/**
 * The mailbox that an address in its one spelling ends up in, as far as the address tells: what follows a `+` is a name for the
 * same one, and Gmail reads no dots. Only for counting: each spelling is an account of its own.
 */
export function mailboxOf(address: string): string {
  const [local = "", domain = ""] = address.split("@");
  const plain = /^[^+]+/.exec(local)?.[0] ?? local;
  return `${/^(gmail|googlemail)\.com$/.test(domain) ? plain.replaceAll(".", "") : plain}@${domain}`;
}

function asciiDomain(domain: string): string | null {
  if (/[/?#@%]/.test(domain)) return null;
  return URL.canParse(`http://${domain}`) ? new URL(`http://${domain}`).hostname : null;
}
