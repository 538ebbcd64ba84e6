/** No mail server may ever have an address that ends so (RFC 2606). */
const CAST_DOMAIN = "@cast.invalid";

/** The address under which one of the cast takes the ordinary way in; no mail can be sent there. */
export const castAddress = (handle: string): string => `${handle}${CAST_DOMAIN}`;

/** The handle behind such an address; null for everyone else's. */
export const castHandle = (address: string): string | null =>
  address.endsWith(CAST_DOMAIN) ? address.slice(0, -CAST_DOMAIN.length) : null;
