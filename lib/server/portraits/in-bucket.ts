import { AwsClient } from "aws4fetch";
import type { PortraitStore, StoredKind } from "./portrait-store";

const PATIENCE_MS = 10_000;

/** `address`: of the bucket itself, such as `https://s3.example.org/plenum`. */
type Bucket = { address: string; key: string; secret: string; region: string };

/** Files as objects of an S3-compatible bucket, which need not be public: we fetch them and hand them on. */
export function storeInBucket({ address, key, secret, region }: Bucket, kind: StoredKind): PortraitStore {
  const client = new AwsClient({ accessKeyId: key, secretAccessKey: secret, service: "s3", region, retries: 2 });
  const ask = async (method: string, name: string, body?: Buffer): Promise<Response> => {
    const headers = body && { "Content-Type": kind.type };
    const wanted = { method, headers, body: body && new Uint8Array(body), signal: AbortSignal.timeout(PATIENCE_MS) };
    const answer = await client.fetch(`${address.replace(/\/+$/, "")}/${kind.folder}/${name}`, wanted);
    if (answer.ok || answer.status === 404) return answer;
    throw new Error(`the bucket answered ${method} with ${answer.status}`);
  };
  return {
    put: async (name, picture) => {
      const { status } = await ask("PUT", name, picture);
      if (status === 404) throw new Error("there is no such bucket");
    },
    get: async (name) => {
      const answer = await ask("GET", name);
      return answer.status === 404 ? null : Buffer.from(await answer.arrayBuffer());
    },
    delete: async (name) => void (await ask("DELETE", name)),
  };
}
