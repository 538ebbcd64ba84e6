/** The zones that a show can be planned in. */
export const knownZones = (): string[] => ["UTC", ...Intl.supportedValuesOf("timeZone")];
