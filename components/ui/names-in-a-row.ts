import { useFormatter } from "next-intl";
import { apart } from "@/lib/domain/text/isolated";

/** Several people's names in a row, parted as the reader's language does it. */
export function useNamesInARow(): (names: readonly string[]) => string {
  const format = useFormatter();
  return (names) => format.list(names.map(apart), { type: "unit" });
}
