import type { ProviderId } from '@commons/api';
import { useEffect, useState } from 'react';
import { authApi } from './auth-api.ts';

/** Leaves this page for a provider; while the browser is on its way the provider stays `going`. What kept it here is returned too. */
export function useProviderVisit(purpose: 'sign-in' | 'link', paths: { back: string; problem: string }) {
  const [going, setGoing] = useState<ProviderId | null>(null);
  const [failure, setFailure] = useState<unknown>(null);

  // A browser that goes back shows the page as it was left.
  useEffect(() => {
    const restored = () => setGoing(null);
    window.addEventListener('pageshow', restored);
    return () => window.removeEventListener('pageshow', restored);
  }, []);

  const visit = async (provider: ProviderId): Promise<unknown> => {
    setGoing(provider);
    setFailure(null);
    try {
      const address = await authApi.visitProvider(purpose, {
        provider,
        callbackURL: paths.back,
        errorCallbackURL: paths.problem,
      });
      window.location.assign(address);
    } catch (error) {
      setFailure(error);
      setGoing(null);
      return error;
    }
    return null;
  };

  return { going, failure, visit };
}
