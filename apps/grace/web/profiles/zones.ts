/** Time zones to choose from, and the one that this device is in. */
export const zones: readonly string[] = ['UTC', ...Intl.supportedValuesOf('timeZone')];

export const deviceZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;
