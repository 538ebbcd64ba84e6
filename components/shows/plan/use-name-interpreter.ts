import { useTranslations } from "next-intl";
import { useRefusalText } from "@/components/frame/use-refusal-text";
import { interpretingApi } from "@/lib/client/interpreting/interpreting-api";
import { searchAll } from "@/lib/client/search/search-api";
import { useNameByHandle } from "./use-name-by-handle";

/** Names somebody who interprets an episode. Interpreters are assigned by who they are, so that their handle is looked up first. */
export function useNameInterpreter(roomId: string) {
  const t = useTranslations("shows.interpreters");
  const refusalText = useRefusalText();
  return useNameByHandle(t("named"), async (handle, fields) => {
    if (!handle) return t("nobody");
    const found = await searchAll(`@${handle}`);
    if (!found.ok) return refusalText(found);
    const person = found.value.people.find((one) => one.handle === handle);
    if (!person) return t("nobody");
    const answer = await interpretingApi.assignInterpreter(roomId, person.id, String(fields.get("language")));
    if (answer.ok) return null;
    return answer.code === "not_found" ? t("nobody") : refusalText(answer);
  });
}
