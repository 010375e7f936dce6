const headingLengthMax = 140;

/** What a page about a problem is headed with: its first line, cut where that is long. */
export function headingOf(problem: string): string {
  const line = problem.split('\n')[0] ?? '';
  return line.length > headingLengthMax ? `${line.slice(0, headingLengthMax).trimEnd()}…` : line;
}
