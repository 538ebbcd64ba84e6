/**
 * Whom a page asks as, where it does not ask as whoever the browser knows: a player in another site's frame. Kept in the page
 * alone, so that it needs no cookie, which other sites' frames do not get, and never acts for somebody who is signed in here.
 */
class PageIdentity {
  #key: string | null = null;
  #isOwn = false;

  /** From now on nothing that the browser knows is sent or kept. Call it before anything is asked. */
  begin(): void {
    this.#isOwn = true;
  }

  /** `key`: by which our server knows the guest that this page is; null for nobody. */
  become(key: string | null): void {
    this.#key = key;
  }

  /** Whether the page is somebody of its own, and is nobody any more once it is loaded anew. */
  get isOwn(): boolean {
    return this.#isOwn;
  }

  get isSomebody(): boolean {
    return this.#key !== null;
  }

  /** What a request to our server says of it. */
  get request(): { credentials: RequestCredentials; headers: Record<string, string> } {
    if (!this.#isOwn) return { credentials: "same-origin", headers: {} };
    return { credentials: "omit", headers: this.#key === null ? {} : { Authorization: `Bearer ${this.#key}` } };
  }
}

export const pageIdentity = new PageIdentity();
