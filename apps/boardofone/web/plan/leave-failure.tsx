import { describeError, FormFailure } from '@commons/ui';
import classes from './plan.module.css';

/** Why there is no way to the provider now. That one is away is none of this site's doing, and says so. */
export function LeaveFailure({ error }: { error: unknown }) {
  if (!error || describeError(error).code !== 'UNAVAILABLE') return <FormFailure error={error} />;
  return (
    <p role="alert" className={classes.note} data-kind="warning">
      The provider of payments does not answer as it should. Nothing was paid and nothing was changed; try
      again in a moment.
    </p>
  );
}
