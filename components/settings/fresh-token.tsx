import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { copyText } from "@/components/ui/copy-text";
import { controlClass } from "@/components/ui/field";
import { toast } from "@/components/ui/toast";

/** A token that was just made, shown this once. */
export function FreshToken({ token, onDone }: { token: string; onDone: () => void }) {
  const t = useTranslations("settings");
  const common = useTranslations("common");
  const copy = async (): Promise<void> => {
    const done = await copyText(token);
    toast(done ? t("copied") : common("notCopied"));
  };
  return (
    <div role="status" className="flex flex-col gap-3 rounded-md bg-glow p-4">
      <label htmlFor="fresh-token" className="font-semibold">
        {t("yourToken")}
      </label>
      <input
        id="fresh-token"
        readOnly
        value={token}
        onFocus={(event) => event.currentTarget.select()}
        className={`${controlClass} font-mono`}
      />
      <p className="text-sm">{t("tokenOnce")}</p>
      <div className="flex flex-wrap gap-3">
        <Button look="act" size="small" onClick={copy}>
          {t("copy")}
        </Button>
        <Button look="quiet" size="small" onClick={onDone}>
          {t("done")}
        </Button>
      </div>
    </div>
  );
}
