import type { StrengthUnit } from './schemas.ts';

interface Strength {
  strengthAmount: string | null;
  strengthUnit: StrengthUnit | null;
}

/** "500 mg", "0.5 mg", "100,000 units", "1 %": no trailing zero, always a leading one. Empty when there is none. */
export function formatStrength({ strengthAmount, strengthUnit }: Strength): string {
  if (strengthAmount === null || strengthUnit === null) return '';
  const amount = Number(strengthAmount);
  const words = strengthUnit.replace('unit', amount === 1 ? 'unit' : 'units');
  return `${amount.toLocaleString('en', { maximumFractionDigits: 3 })} ${words}`;
}

/** "500 mg", to stand beside the name; empty where the name says it already. */
export function strengthBeside(medicine: Strength & { name: string }): string {
  const strength = formatStrength(medicine);
  return medicine.name.toLowerCase().includes(strength.toLowerCase()) ? '' : strength;
}

/** "Metformin 500 mg": what a medicine is called in lists. */
export const nameWithStrength = (medicine: Strength & { name: string }): string =>
  `${medicine.name} ${strengthBeside(medicine)}`.trim();
