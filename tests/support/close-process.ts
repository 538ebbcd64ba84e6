import { forgetProcessValues } from "@/lib/server/postgres/process";

type Closable = { $disconnect?: () => Promise<void>; end?: () => Promise<void> };

/** Closes this process's connections to Postgres, so that its database can be dropped. */
export async function closeProcess(): Promise<void> {
  const values = [...forgetProcessValues().values()] as Closable[];
  await Promise.all(
    values.map((value) => value?.$disconnect?.() ?? (typeof value?.end === "function" ? value.end() : undefined)),
  );
}
