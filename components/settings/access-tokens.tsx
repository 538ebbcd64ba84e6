"use client";

import { useFormatter, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { isolated } from "@/lib/domain/text/isolated";
import type { AccessTokenView } from "@/lib/wire/sign-in/views";
import { FreshToken } from "./fresh-token";
import { TokenForm } from "./token-form";
import { useAccessTokens } from "./use-access-tokens";

/** Tokens for one's own scripts: those there are, and a new one. */
export function AccessTokens({ initial }: { initial: AccessTokenView[] }) {
  const { tokens, fresh, busy, error, make, revoke, putAway } = useAccessTokens(initial);
  return (
    <div className="flex flex-col gap-6">
      <TokenList tokens={tokens} onRevoke={revoke} />
      {fresh && <FreshToken token={fresh} onDone={putAway} />}
      <TokenForm busy={busy} error={error} onMake={make} />
    </div>
  );
}

function TokenList({ tokens, onRevoke }: { tokens: AccessTokenView[]; onRevoke: (id: string) => void }) {
  const t = useTranslations("settings");
  const format = useFormatter();
  if (tokens.length === 0) return <p className="text-soft">{t("noTokens")}</p>;
  return (
    <ul className="flex flex-col">
      {tokens.map(({ id, name, scopes, createdAt }) => (
        <li key={id} className="flex flex-wrap items-center gap-3 border-line py-3 not-first:border-t">
          <p className="min-w-0 flex-1 basis-40">
            <span dir="auto" className="written block font-semibold side-of-parent">
              {name}
            </span>
            <span className="block text-sm text-soft">
              {format.list(
                scopes.map((scope) => t(scope === "write" ? "scopes.write" : "scopes.read")),
                { type: "unit" },
              )}{" "}
              · {t("madeOn", { date: format.dateTime(new Date(createdAt), { dateStyle: "medium" }) })}
            </span>
          </p>
          <Button
            look="end"
            size="small"
            aria-label={t("revokeNamed", { name: isolated(name) })}
            onClick={() => onRevoke(id)}
          >
            {t("revoke")}
          </Button>
        </li>
      ))}
    </ul>
  );
}
