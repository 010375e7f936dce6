import { type FailedQuery, PartFailed } from '@commons/ui';
import { useEffect, useState } from 'react';
import classes from './forms.module.css';

interface UncheckedProps {
  /** Of what a medicine or an allergy is held against. */
  query: FailedQuery & { isLoadingError: boolean; isPending: boolean };
  /** What it is, such as "The allergies". */
  what: string;
  children: string;
}

/** Says that a check was not made, or not yet: no warning would look as if there were nothing to warn of. */
export function Unchecked({ query, what, children }: UncheckedProps) {
  if (query.isPending) return <StillReading what={what} />;
  if (!query.isLoadingError) return null;
  return (
    <div className={classes.notices}>
      <PartFailed query={query}>{children}</PartFailed>
    </div>
  );
}

const flashMs = 500;

function StillReading({ what }: { what: string }) {
  const [isVisible, setVisible] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setVisible(true), flashMs);
    return () => clearTimeout(timer);
  }, []);
  if (!isVisible) return null;
  return (
    <div role="status" className={classes.notices}>
      {what} are still being read: nothing is checked against them yet.
    </div>
  );
}
