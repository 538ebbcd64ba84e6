/** By what somebody can sign in. `mail`: this instance can send codes to their address. `providers`: those that it is set up for. */
type WaysIn = { mail: boolean; providers: readonly string[] };

/** Whether nobody could sign in to this account any more without that provider. */
export const isLastWayIn = ({ mail, providers }: WaysIn, provider: string): boolean =>
  !mail && providers.every((one) => one === provider);
