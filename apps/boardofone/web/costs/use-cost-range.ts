import { problemsByField, useNow } from '@commons/ui';
import { useSearchParams } from 'wouter';
import { CostRange } from '../../server/costs/schemas.ts';
import { addDays, dayIn } from './days.ts';

const usualDays = 30;

/** The days that the address asks for, in the zone of the device, with what is wrong with them; the last thirty unless it says. */
export function useCostRange() {
  const [params, setParams] = useSearchParams();
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const today = dayIn(timeZone, useNow());
  const asked = {
    from: params.get('from') ?? addDays(today, 1 - usualDays),
    to: params.get('to') ?? today,
    timeZone,
  };
  const { data: range, error } = CostRange.safeParse(asked);
  const problems = problemsByField(error?.issues);
  return {
    asked,
    range,
    problems,
    today,
    /** Choosing days is no step that Back undoes. */
    change: (days: { from?: string; to?: string }) =>
      setParams({ from: asked.from, to: asked.to, ...days }, { replace: true }),
  };
}
