import type { Check, Finding } from '../repository/finding.ts';

const headings = ['Status', 'Context', 'Decision', 'Consequences'];
const longestLines = 60;

/** Decision records are numbered once each, have the four headings in order, and stay short. */
export const decisions: Check = ({ files, read }) => {
  const records = files.filter((path) => /^docs\/decisions\/.+\.md$/.test(path));
  const numbers = records.map(numberOf);
  return records.flatMap((path) => {
    const text = read(path);
    const found = [...text.matchAll(/^## (.+)$/gm)].map((match) => match[1]);
    const successor = /^Superseded by (\d{4})/m.exec(text)?.[1];
    const problems: [boolean, string][] = [
      [!numberOf(path), 'A decision record is named NNNN-what.md.'],
      [
        numbers.filter((number) => number === numberOf(path)).length > 1,
        `The number ${numberOf(path)} is taken: use the next free one.`,
      ],
      [
        found.join() !== headings.join(),
        `The headings are ${found.join(', ') || 'missing'}: a record has ${headings.join(', ')}, in this order.`,
      ],
      [
        text.trimEnd().split('\n').length > longestLines,
        `Over ${longestLines} lines: keep the reasons, drop the story.`,
      ],
      [
        successor !== undefined && !numbers.includes(successor),
        `It is superseded by ${successor}, which does not exist.`,
      ],
    ];
    return problems.flatMap(([isWrong, message]): Finding[] => (isWrong ? [{ path, message }] : []));
  });
};

function numberOf(path: string): string | undefined {
  return /\/(\d{4})-[a-z0-9-]+\.md$/.exec(path)?.[1];
}
