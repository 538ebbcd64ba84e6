import { createHash, createHmac } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

const KEY = "plenum";
const SECRET = "a secret of the bucket";

/** `objects`: what lies there, by path. `isFull`: it takes and gives nothing. */
export type Bucket = {
  address: string;
  key: string;
  secret: string;
  region: string;
  objects: Map<string, Buffer>;
  isFull: boolean;
  close: () => void;
};

/** A bucket on loopback that takes and gives only what is signed as S3 wants it. */
export async function openBucket(): Promise<Bucket> {
  const objects = new Map<string, Buffer>();
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    const path = request.url ?? "";
    if (!isSigned(request, body)) return void response.writeHead(403).end();
    if (bucket.isFull) return void response.writeHead(400).end();
    if (request.method === "PUT") objects.set(path, body);
    if (request.method === "DELETE") objects.delete(path);
    const found = objects.get(path);
    if (request.method === "GET" && !found) return void response.writeHead(404).end();
    response.writeHead(request.method === "DELETE" ? 204 : 200).end(request.method === "GET" ? found : undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/plenum`;
  const bucket = {
    address,
    key: KEY,
    secret: SECRET,
    region: "auto",
    objects,
    isFull: false,
    close: () => server.close(),
  };
  return bucket;
}

/** Source: Amazon S3, Signature Version 4, "Authenticating Requests: Using the Authorization Header". */
function isSigned(request: IncomingMessage, body: Buffer): boolean {
  const { authorization = "", "x-amz-date": date = "", "x-amz-content-sha256": stated = "" } = request.headers;
  const [, scope = "", names = "", signature = ""] =
    /^AWS4-HMAC-SHA256 Credential=plenum\/([^,]+), SignedHeaders=([^,]+), Signature=(\w+)$/.exec(authorization) ?? [];
  const payload = stated === "UNSIGNED-PAYLOAD" ? stated : sha256(body);
  const headers = names.split(";").map((name) => `${name}:${String(request.headers[name]).trim()}\n`);
  const canonical = [request.method, request.url, "", headers.join(""), names, payload].join("\n");
  const signing = scope.split("/").reduce<Buffer>((key, part) => hmac(key, part), Buffer.from(`AWS4${SECRET}`));
  const text = ["AWS4-HMAC-SHA256", date, scope, sha256(Buffer.from(canonical))].join("\n");
  return hmac(signing, text).toString("hex") === signature;
}

const sha256 = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("hex");
const hmac = (key: Buffer, text: string): Buffer => createHmac("sha256", key).update(text).digest();
