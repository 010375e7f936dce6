import { describeError, FormFailure } from '@commons/ui';
import { Link } from 'wouter';
import page from '../page.module.css';

/** What went wrong with a form; where the person's tier allows no more, with the way to what more there is. */
export function TierFailure({ error }: { error: unknown }) {
  const isLimit = error ? describeError(error).details.reason === 'TIER_LIMIT' : false;
  return (
    <>
      <FormFailure error={error} />
      {isLimit && (
        <Link href="/plan" className={page.back}>
          See what more there is
        </Link>
      )}
    </>
  );
}
