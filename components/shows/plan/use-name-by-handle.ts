import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { toast } from "@/components/ui/toast";

/** Names somebody by their handle, as it is typed; answers what is wrong, in words, or null. `fields`: of the whole form. */
type Name = (handle: string, fields: FormData) => Promise<string | null>;

/** A form that names somebody for a part in a show. What was refused stands in it, and nothing is lost. `named`: said once it is done. */
export function useNameByHandle(named: string, name: Name) {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
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
    const wrong = await name(handle, fields);
    setBusy(false);
    if (wrong !== null) return setError(wrong);
    form.reset();
    toast(named);
    router.refresh();
  };
  return { submit: (event: FormEvent<HTMLFormElement>) => void submit(event), busy, error };
}
