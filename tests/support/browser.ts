import type { Handler } from "@/lib/server/http/command";

const HOME = "http://localhost:3000";

type Answered = { status: number; body: unknown; headers: Headers };

/** Somebody's browser, as far as our routes can tell: it keeps cookies and says where its pages are from. */
export class Browser {
  readonly cookies = new Map<string, string>();

  constructor(readonly address = "192.0.2.1") {}

  /** Sends JSON to a route and keeps the cookies of the answer. */
  async send(
    handler: Handler,
    method: string,
    input: object = {},
    params: Record<string, string> = {},
  ): Promise<Answered> {
    const answer = await handler(this.request(method, input), { params: Promise.resolve(params) });
    return this.take(answer);
  }

  /** Keeps the cookies of an answer, and reads it. */
  async take(answer: Response): Promise<Answered> {
    for (const line of answer.headers.getSetCookie()) this.keepCookie(line);
    const text = await answer.text();
    return { status: answer.status, body: text === "" ? null : JSON.parse(text), headers: answer.headers };
  }

  request(method = "GET", input?: object, path = "/"): Request {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    return new Request(`${HOME}${path}`, {
      method,
      headers: {
        host: new URL(HOME).host,
        ...(cookie && { cookie }),
        origin: HOME,
        // What the web entry says of a request that comes from this machine.
        "x-plenum-address": this.address,
        "x-plenum-from-here": "1",
      },
      body: input && JSON.stringify(input),
    });
  }

  /** Keeps what a Set-Cookie line says. */
  keepCookie(line: string): void {
    const [pair = "", ...attributes] = line.split(";").map((part) => part.trim());
    const name = pair.slice(0, pair.indexOf("="));
    const value = pair.slice(pair.indexOf("=") + 1);
    const ended = attributes.some(
      (attribute) => /^max-age=0$/i.test(attribute) || /^expires=thu, 01 jan 1970/i.test(attribute),
    );
    if (ended || value === "") this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}
