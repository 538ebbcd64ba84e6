import { granted, type Ruling, refused } from "@/lib/domain/ruling";

export const MAX_LINKS = 5;

const MAX_LENGTH = 500;

/**
 * An address that a profile may lead to: by https, to a host with a name, without a password. Typed without a scheme it gets https.
 * The host of what is granted is ASCII, so that it may be shown as it is.
 */
export function readProfileLink(typed: string): Ruling<string, "link"> {
  const text = typed.trim();
  const address = /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`;
  if (text === "" || address.length > MAX_LENGTH || !URL.canParse(address)) return refused("link");
  const url = new URL(address);
  const isNamed = /^([a-z0-9-]+\.)+[a-z][a-z0-9-]+$/.test(url.hostname);
  const isPlain = url.protocol === "https:" && url.username === "" && url.password === "";
  return isNamed && isPlain && url.href.length <= MAX_LENGTH ? granted(url.href) : refused("link");
}
