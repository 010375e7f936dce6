import type { ExportFile } from '../../record/export-file.ts';
import type { Costs } from '../client.ts';
import { costParts } from './cost-parts.ts';

/** The sums as CSV (RFC 4180), with every decimal. */
export function costCsv(costs: Costs, { from, to }: { from: string; to: string }): ExportFile {
  const days = costs.byDay.map(({ day, cost, calls }) => ['Day', day, cost, String(calls)]);
  const parts = costParts(costs).flatMap(({ column, parts }) =>
    parts.map(({ name, cost, calls }) => [column, name, cost, String(calls)]),
  );
  const { cost, calls } = costs.total;
  const rows = [header, ...days, ...parts, ['Total', '', cost, String(calls)]];
  return {
    name: `board-costs-${from}-to-${to}.csv`,
    type: 'text/csv',
    text: rows.map((row) => `${row.map(fieldOf).join(',')}\r\n`).join(''),
  };
}

const header = ['Added up by', 'Name', 'US dollars', 'Calls'];

// A spreadsheet takes what begins like this for a formula, and people name personas and models.
const formula = /^\s*[=+\-@\t\r＝＋－＠]/;

function fieldOf(text: string): string {
  return `"${(formula.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
}
