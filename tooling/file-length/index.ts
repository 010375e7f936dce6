import type { Check } from '../repository/finding.ts';
import { isSource, isTestCode } from '../repository/kinds-of-files.ts';

/** The bars of this house, in lines: no source file above the first; half of them within the last. */
const longest = 400;
const longestOf95Percent = 250;
const longestOfHalf = 70;

const written = /\.(css|tsx?)$/;
const generated = /(^|\/)(migrations|data)\//;

/** Source files are short, each one and all together. */
export const fileLength: Check = ({ files, read }) => {
  const sources = files
    .filter((path) => written.test(path) && !generated.test(path))
    .map((path) => ({ path, lines: read(path).trimEnd().split('\n').length }));
  const program = sources.filter(({ path }) => isSource(path) && !isTestCode(path));
  const sorted = program.map(({ lines }) => lines).sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
  return [
    ...sources
      .filter(({ lines }) => lines > longest)
      .map(({ path, lines }) => ({
        path,
        message: `${lines} lines: a file has at most ${longest}; split it by what its parts do.`,
      })),
    ...overall('half', at(0.5), longestOfHalf),
    ...overall('95 %', at(0.95), longestOf95Percent),
  ];
};

function overall(share: string, lines: number, bar: number): { path: string; message: string }[] {
  if (lines <= bar) return [];
  return [
    {
      path: '.',
      message: `${share} of the source files reach ${lines} lines, the bar is ${bar}: split the long ones.`,
    },
  ];
}
