/** Who asks, from whoever may do least to whoever may do most. Each row of the table has their answers in this order. */
export const CALLERS = ["nobody", "guest", "stranger", "banned", "leader", "admin", "owner"] as const;

export type CallerName = (typeof CALLERS)[number];

/**
 * What a row is asked with, so that the answer is about permission. `~name~` in any text stands for the id of that name in
 * the scene. `named`: what the path names, where it is something else than usual. `by`: whoever may do it, where that is
 * not Ada. `bytes`: a body that is no JSON. `secret`: whoever holds the secret that is sent may do it, of what is hidden, too.
 * `never`: why nobody can do it in this scene, where that is so.
 */
type Asked = {
  body?: object;
  bytes?: string;
  search?: string;
  named?: Record<string, string>;
  by?: string;
  secret?: true;
  never?: string;
};

/** The statuses that the callers are answered, in their order, and what is asked with where that is anything. */
export type Row = string | readonly [statuses: string, asked: Asked];

/** By method and path, as openapi.json writes them. */
export type Table = Record<string, Row>;

export const statusesOf = (row: Row): number[] => (typeof row === "string" ? row : row[0]).split(" ").map(Number);

export const askedOf = (row: Row): Asked => (typeof row === "string" ? {} : row[1]);
