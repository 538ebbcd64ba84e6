import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, SignJWT } from "jose";

export const CLIENT_ID = "plenum-tests";

/** What the issuer says of whoever signs in. */
export type Claims = { sub: string; name?: string; email?: string; email_verified?: boolean };

/** An OpenID provider that lets in whoever `claims` names, without a page of its own. */
export class FakeIssuer {
  claims: Claims = { sub: "nobody" };
  url = "";
  #nonces = new Map<string, string>();
  #keys = generateKeyPair("RS256");
  #server = createServer((request, response) => void this.#answer(request, response));

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    this.url = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** What the provider's page does: answers the query with which the browser comes back from `address`. */
  agree(address: string): string {
    const asked = new URL(address).searchParams;
    this.#nonces.set("code", asked.get("nonce") ?? "");
    return new URLSearchParams({ code: "code", state: asked.get("state") ?? "" }).toString();
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? "/", this.url);
    request.resume();
    response.setHeader("Content-Type", "application/json");
    response.end(JSON.stringify(await this.#say(pathname)));
  }

  async #say(pathname: string): Promise<object> {
    const { publicKey } = await this.#keys;
    if (pathname === "/jwks")
      return { keys: [{ ...(await exportJWK(publicKey)), alg: "RS256", use: "sig", kid: "1" }] };
    if (pathname === "/token") return { access_token: "x", token_type: "Bearer", id_token: await this.#idToken() };
    return {
      issuer: this.url,
      authorization_endpoint: `${this.url}/authorize`,
      token_endpoint: `${this.url}/token`,
      jwks_uri: `${this.url}/jwks`,
      response_types_supported: ["code"],
      subject_types_supported: ["public"],
      id_token_signing_alg_values_supported: ["RS256"],
    };
  }

  async #idToken(): Promise<string> {
    const { privateKey } = await this.#keys;
    return new SignJWT({ ...this.claims, nonce: this.#nonces.get("code") })
      .setProtectedHeader({ alg: "RS256", kid: "1" })
      .setIssuer(this.url)
      .setAudience(CLIENT_ID)
      .setIssuedAt()
      .setExpirationTime("5m")
      .sign(privateKey);
  }
}
