/** A service that the answer needs is away; the message is ours and holds no secret. Becomes 503 with Retry-After. */
export class ServiceAway extends Error {
  constructor(
    readonly service: "database" | "media",
    options?: ErrorOptions,
  ) {
    super(`${service} is away`, options);
    this.name = "ServiceAway";
  }
}
