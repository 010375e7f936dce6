import { thousandthsOf } from './amount.ts';
import { dosesToCome, meanAsNeeded, type Needs } from './doses-to-come.ts';
import { dayOf } from './zone.ts';

export interface RunOut {
  /** The first dose that the stock no longer suffices for; null when that is more than two years away. */
  at: number | null;
  localDate: string | null;
  /** True when use as needed had to be guessed from the last 30 days. */
  isEstimate: boolean;
}

interface Supply extends Needs {
  /** What is there now, in the unit of the doses. */
  stock: string;
  zone: string;
}

const horizonMs = 2 * 366 * 86_400_000;

/** Plays the schedule forward, dose by dose, until the stock no longer suffices. */
export function runOut(supply: Supply): RunOut {
  const mean = meanAsNeeded(supply);
  const end = supply.now + horizonMs;
  const at = firstLack(supply, mean, end);
  const isWithin = at < end;
  return {
    at: isWithin ? at : null,
    localDate: isWithin ? dayOf(supply.zone, at) : null,
    isEstimate: mean !== null,
  };
}

function firstLack(supply: Supply, mean: ReturnType<typeof meanAsNeeded>, end: number): number {
  const { now } = supply;
  let left = thousandthsOf(supply.stock);
  /** When use as needed by itself leaves too little for one more. */
  const lackAsNeeded = () => {
    if (!mean) return Number.POSITIVE_INFINITY;
    if (left < mean.dose) return now;
    return mean.perMs > 0 ? now + Math.floor((left - mean.dose) / mean.perMs) : Number.POSITIVE_INFINITY;
  };
  for (const { at, thousandths } of dosesToCome(supply, end)) {
    const lack = lackAsNeeded();
    if (lack < at) return lack;
    if (left - (mean?.perMs ?? 0) * (at - now) < thousandths) return at;
    left -= thousandths;
  }
  return lackAsNeeded();
}
