import type pg from "pg";
import { ANSWER_TIMEOUT_MS, hotPool, type Transaction } from "./db";

/**
 * Runs a statement in whatever transaction it stands for, so that what is done to a seat is written once for the door's plain
 * connection and for Prisma's. A named statement is prepared once a connection where the connection can. Throws what pg or
 * Prisma throws.
 */
export type Sql = { rows: <Row>(name: string | undefined, text: string, values: readonly unknown[]) => Promise<Row[]> };

/** Of a connection of plain pg, or of a pool, where each statement is a transaction of its own. */
export const pgSql = (client: Pick<pg.ClientBase, "query">): Sql => ({
  rows: async <Row>(name: string | undefined, text: string, values: readonly unknown[]) => {
    const question = { name, text, values: [...values], query_timeout: ANSWER_TIMEOUT_MS };
    return (await client.query(question)).rows as Row[];
  },
});

/** Of a transaction of Prisma's, which prepares nothing. */
export const prismaSql = (tx: Transaction): Sql => ({
  rows: <Row>(_name: string | undefined, text: string, values: readonly unknown[]) =>
    tx.$queryRawUnsafe<Row[]>(text, ...values),
});

/** For single statements that are asked all the time. */
export const hotSql = (): Sql => pgSql(hotPool());
