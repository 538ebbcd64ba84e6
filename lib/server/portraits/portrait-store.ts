/** What lies there: in which folder, as what it is handed on. */
export type StoredKind = { folder: string; type: string };

/** Where portraits and recordings lie, each under a name of its own. Names are ours: hex digits, dashes and an ending. */
export type PortraitStore = {
  put: (name: string, picture: Buffer) => Promise<void>;
  /** Null where there is none. */
  get: (name: string) => Promise<Buffer | null>;
  /** Fine where there is none. */
  delete: (name: string) => Promise<void>;
};
