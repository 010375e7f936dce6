/** Which planned dose a log entry belongs to. */
export function slotKey({
  versionId,
  localDate,
  slot,
}: {
  versionId: string;
  localDate: string;
  slot: string;
}): string {
  return `${versionId} ${localDate} ${slot}`;
}
