import { createHash, randomBytes } from "node:crypto";
import type { Product } from "@/tests/support/product";
import { browserKeys, type PushService } from "@/tests/support/push/push-service";
import { askDatabase } from "@/tests/support/running";

/**
 * Each of so many people whose handles begin like that has a browser of their own since yesterday; their keys are few, since only the
 * service's count matters.
 */
export async function subscribeAll(
  product: Product,
  service: PushService,
  handle: string,
  count: number,
): Promise<void> {
  const keys = Array.from({ length: 100 }, browserKeys);
  const hashes = createHash("sha256").update(randomBytes(32)).digest("hex");
  await askDatabase(
    product.dataFolder,
    `WITH fans AS (
       SELECT id, row_number() OVER (ORDER BY id) AS n FROM person WHERE handle LIKE $1 || '\\_%' LIMIT $2),
     sessions AS (
       INSERT INTO session (token_hash, person_id, expires_at)
       SELECT decode(md5($3 || n), 'hex'), id, now() + interval '1 day' FROM fans RETURNING token_hash, person_id)
     INSERT INTO push_subscription (id, person_id, session_hash, endpoint, p256dh, auth, locale, created_at, eager_since)
     SELECT uuidv7(), s.person_id, s.token_hash, $4 || '/push/' || f.n, ($5::text[])[1 + f.n % 100], ($6::text[])[1 + f.n % 100], 'en',
       now() - interval '1 day', CASE WHEN f.n % 5 = 0 THEN now() - interval '1 day' END
     FROM sessions s JOIN fans f ON f.id = s.person_id`,
    [handle, count, hashes, service.origin, keys.map(({ p256dh }) => p256dh), keys.map(({ auth }) => auth)],
  );
  await askDatabase(product.dataFolder, "ANALYZE push_subscription, session");
}
