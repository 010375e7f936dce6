import { onlineManager } from '@tanstack/react-query';
import { useEffect } from 'react';
import { ErrorState } from '../states/error-state.tsx';
import { reloadUnlessUnsaved } from './reload-unless-unsaved.ts';
import { serverUnreachable } from './signals.ts';

/** No answer at all, in the words of the vocabulary. */
const unreachable = new TypeError('Failed to fetch');

/**
 * Stands in for a part whose code did not come. Browsers ask for a module once only, so that it takes another load of the page: that
 * comes by itself when the server answers again, unless something on the page would be lost with it.
 */
export function MissingPart() {
  useEffect(() => {
    serverUnreachable.send();
    return onlineManager.subscribe((isOnline) => {
      if (isOnline) reloadUnlessUnsaved();
    });
  }, []);
  return <ErrorState error={unreachable} />;
}
