import { type ComponentType, lazy } from "react";

/** A component that is fetched when it is first drawn; `load` answers with it. */
export const lazily = <Props>(load: () => Promise<ComponentType<Props>>) =>
  lazy(async () => ({ default: await load() }));
