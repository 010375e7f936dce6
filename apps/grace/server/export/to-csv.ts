type Cell = string | number | boolean | null;

/**
 * Rows as CSV (RFC 4180). What a spreadsheet would take for a formula is made text by an apostrophe in front, because these are words
 * that other people wrote.
 */
export function toCsv(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return [header, ...rows]
    .map((row) => row.map(fieldOf).join(','))
    .join('\r\n')
    .concat('\r\n');
}

function fieldOf(cell: Cell): string {
  const text = typeof cell === 'string' ? withoutFormula(cell) : String(cell ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

// Also after white space, which some programs skip, behind the tab and line break by which others start a cell, and in the wide
// letters that some take for the plain ones.
const formula = /^\s*[=+\-@\t\r＝＋－＠]/;
// A spreadsheet of a country that writes decimals with a comma parts cells at semicolons, whatever stands in quotes by our rules.
const formulaInside = /([;\t\r\n][\s"]*)(?=[=+\-@＝＋－＠])/g;

const withoutFormula = (text: string): string =>
  (formula.test(text) ? "'" : '') + text.replaceAll(formulaInside, "$1'");
