type Service = "database" | "media";

/** A service that the answer needs is away; the message is ours and holds no secret. Becomes 503 with Retry-After. */
export class ServiceAway extends Error {
  constructor(
    readonly service: Service,
    options?: ErrorOptions,
  ) {
    super(`${service} is away`, options);
    this.name = "ServiceAway";
  }
}

/**
 * Which service a fault says is away; null for every other fault. Asked by name: a process holds several copies of
 * the class, one a bundle, and `instanceof` knows only its own.
 */
export function awayService(fault: unknown): Service | null {
  if (!(fault instanceof Error) || fault.name !== "ServiceAway" || !("service" in fault)) return null;
  return fault.service === "database" || fault.service === "media" ? fault.service : null;
}
