import type { DoseUnit } from './schemas.ts';

/** Amounts are written as decimals and added as whole thousandths, so that 0.1 and 0.2 make 0.3. */
export function thousandthsOf(amount: string): number {
  return Math.round(Number(amount) * 1000);
}

/** Without a trailing zero, with a leading one: "1", "0.5". */
export function amountOf(thousandths: number): string {
  return String(thousandths / 1000);
}

const plurals: Partial<Record<DoseUnit, string>> = { patch: 'patches', suppository: 'suppositories' };
const symbols: ReadonlySet<DoseUnit> = new Set<DoseUnit>(['mg', 'mcg', 'g', 'mL']);

/** "0.5 mg", "1 tablet", "2 tablets"; whatever zeros the database's decimals bring. */
export function formatAmount(amount: string, unit: DoseUnit): string {
  const thousandths = thousandthsOf(amount);
  const isSingular = symbols.has(unit) || (thousandths > 0 && thousandths <= 1000);
  return `${amountOf(thousandths)} ${isSingular ? unit : (plurals[unit] ?? `${unit}s`)}`;
}
