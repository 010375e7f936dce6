import { type FailedQuery, PartFailed } from '@commons/ui';
import classes from './forms.module.css';

interface UncheckedProps {
  /** Of what a medicine or an allergy is held against. */
  query: FailedQuery & { isLoadingError: boolean };
  children: string;
}

/** Says that a check was not made: no warning would look as if there were nothing to warn of. */
export function Unchecked({ query, children }: UncheckedProps) {
  if (!query.isLoadingError) return null;
  return (
    <div className={classes.notices}>
      <PartFailed query={query}>{children}</PartFailed>
    </div>
  );
}
