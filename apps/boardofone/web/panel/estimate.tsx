import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '../client.ts';
import classes from './panel.module.css';

/** What the session is likely to cost with this panel. */
export function Estimate({ id, models }: { id: string; models: readonly (string | null)[] }) {
  const trpc = useTRPC();
  // Without what another panel would cost meanwhile.
  const { data, error } = useQuery(trpc.panel.estimate.queryOptions({ id, models: [...models] }));
  return (
    <p className={classes.lead} role="status">
      {data
        ? `Estimate: ${data.words}`
        : error
          ? 'There is no estimate at the moment. The cap holds all the same.'
          : 'The cost is being estimated.'}
    </p>
  );
}
