/** A name for the subject of a mail, which takes no two long ones. */
export function shortName(name: string): string {
  const line = name.replaceAll(/\s+/g, ' ');
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}
