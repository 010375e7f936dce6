import { useEffect } from 'react';
import { ErrorState } from '../states/error-state.tsx';
import { serverUnreachable } from './signals.ts';

/** No answer at all, in the words of the vocabulary. */
const unreachable = new TypeError('Failed to fetch');

/** Stands in for a part whose code did not come. Browsers ask for a module once only, so that it takes another load of the page. */
export function MissingPart() {
  useEffect(() => serverUnreachable.send(), []);
  return <ErrorState error={unreachable} />;
}
