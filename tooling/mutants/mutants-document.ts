import type { MutantArea } from './mutant.ts';
import type { MutantReport } from './try-mutants.ts';

/** The report as `docs/mutants.md`. */
export function mutantsDocument(areas: readonly MutantArea[], { verdicts, policies }: MutantReport): string {
  const byArea = areas.map(({ title, mutants }) => {
    const rows = mutants.map(({ id, without, file, test }) => {
      const verdict = verdicts.get(id);
      const by = verdict?.outcome === 'killed' ? `\`${test}\`: ${verdict.by}` : `**${verdict?.outcome}**`;
      return [`\`${id}\``, `\`${file}\``, without, by];
    });
    return section(title, ['mutant', 'guard in', 'without it', 'noticed by'], rows);
  });
  const bySuite = [...policies].map(([suite, ofSuite]) => {
    const rows = ofSuite.map(({ change, killedBy }) => [`\`${change}\``, killedBy ?? '**survived**']);
    return section(`Policies and grants tried by \`${suite}\``, ['change', 'noticed by'], rows);
  });
  return `${[intro, ...byArea, ...bySuite].join('\n\n')}\n`;
}

const intro = `# Mutants

Written by \`pnpm mutants\`: each guard is taken out of a copy of the code, or of a database, and some test must go red by a
failed expectation. The list of guards is in \`tooling/mutants/areas/\`; \`pnpm check\` keeps it in step with the code.`;

function section(title: string, head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.map(escaped).join(' | ')} |`;
  return [`## ${title}`, '', line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

const escaped = (cell: string) => cell.replaceAll('|', '\\|').replaceAll(/\s+/g, ' ');
