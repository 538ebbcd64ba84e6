import { defineConfig } from "prisma/config";

/** Where Prisma's command line finds schema, migrations and database. The application itself reads lib/env.ts. */
export default defineConfig({
  schema: "prisma/schema",
  migrations: { path: "prisma/migrations" },
  datasource: { url: process.env.DATABASE_URL ?? "" },
});
