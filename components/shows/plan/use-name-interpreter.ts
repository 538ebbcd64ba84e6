import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useRefusalText } from "@/components/frame/use-refusal-text";
import { toast } from "@/components/ui/toast";
import { interpretingApi } from "@/lib/client/interpreting/interpreting-api";
import { searchAll } from "@/lib/client/search/search-api";

/** Names somebody by their handle. What was refused stands in the form, of which nothing is lost. */
export function useNameInterpreter(roomId: string) {
  const t = useTranslations("shows.interpreters");
  const router = useRouter();
  const refusalText = useRefusalText();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();

  const name = async (handle: string, language: string): Promise<string | null> => {
    if (!handle) return t("nobody");
    const found = await searchAll(`@${handle}`);
    if (!found.ok) return refusalText(found);
    const person = found.value.people.find((one) => one.handle === handle);
    if (!person) return t("nobody");
    const answer = await interpretingApi.assignInterpreter(roomId, person.id, language);
    if (answer.ok) return null;
    return answer.code === "not_found" ? t("nobody") : refusalText(answer);
  };
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget;
    const fields = new FormData(form);
    const handle = String(fields.get("handle") ?? "")
      .trim()
      .replace(/^@/, "")
      .toLowerCase();
    setBusy(true);
    setError(undefined);
    const wrong = await name(handle, String(fields.get("language")));
    setBusy(false);
    if (wrong !== null) return setError(wrong);
    form.reset();
    toast(t("named"));
    router.refresh();
  };
  return { submit: (event: FormEvent<HTMLFormElement>) => void submit(event), busy, error };
}
