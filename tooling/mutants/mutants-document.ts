import type { MutantArea } from './mutant.ts';
import type { MutantReport } from './try-mutants.ts';

/** Everything that may be tried. */
export interface Catalogue {
  areas: readonly MutantArea[];
  isolationSuites: readonly string[];
}

/** The report as `docs/mutants.md`. What it does not speak of, and still is, stays as it stood in the document `before`. */
export function mutantsDocument(
  { areas, isolationSuites }: Catalogue,
  { verdicts, policies }: MutantReport,
  before = '',
): string {
  const known = noticedBefore(before);
  const byArea = areas.map(({ title, mutants }) => {
    const rows = mutants.map(({ id, without, file, test }) => {
      const verdict = verdicts.get(id);
      const by = verdict?.outcome === 'killed' ? `\`${test}\`: ${verdict.by}` : `**${verdict?.outcome}**`;
      const cells = [`\`${id}\``, `\`${file}\``, without].map(escaped);
      return [...cells, verdict ? escaped(by) : (known.get(id) ?? '**not tried yet**')];
    });
    return section(title, ['mutant', 'guard in', 'without it', 'noticed by'], rows);
  });
  const tried = [...policies].map(([suite, ofSuite]) => {
    const rows = ofSuite.map(({ change, killedBy }) => [`\`${change}\``, killedBy ?? '**survived**']);
    return section(
      suiteTitle(suite),
      ['change', 'noticed by'],
      rows.map((cells) => cells.map(escaped)),
    );
  });
  const untried = new Set(isolationSuites.filter((suite) => !policies.has(suite)).map(suiteTitle));
  const kept = suitesBefore(before).filter(({ title }) => untried.has(title));
  return `${[intro, ...byArea, ...kept.map(({ text }) => text), ...tried].join('\n\n')}\n`;
}

const suiteTitle = (suite: string) => `Policies and grants tried by \`${suite}\``;

/** The last cell of each mutant's row, by the mutant's id. */
function noticedBefore(document: string): Map<string, string> {
  const rows = document.matchAll(/^\| `([^`]+)` *\| `[^|]*` *\| .* \| ((?:[^|\\]|\\.)*?) *\|$/gm);
  return new Map([...rows].map(([, id = '', by = '']) => [id, by]));
}

function suitesBefore(document: string): { title: string; text: string }[] {
  return document
    .trimEnd()
    .split(/\n\n(?=## )/)
    .filter((text) => text.startsWith(`## ${suiteTitle('')}`.slice(0, -1)))
    .map((text) => ({ title: text.slice('## '.length, text.indexOf('\n')), text }));
}

const intro = `# Mutants

Written by \`pnpm mutants\`: each guard is taken out of a copy of the code, or of a database, and some test must go red by a
failed expectation. The list of guards is in \`tooling/mutants/areas/\`; \`pnpm check\` keeps it in step with the code.`;

function section(title: string, head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  return [`## ${title}`, '', line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

const escaped = (cell: string) => cell.replaceAll('|', '\\|').replaceAll(/\s+/g, ' ');
