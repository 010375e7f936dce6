import { useEffect, useRef } from 'react';
import { useLocation } from 'wouter';

/**
 * Leads on from what has been saved, unless whoever sent it is elsewhere by then: the page of another person must not be taken away
 * under their finger.
 */
export function useLeadOn(): (path: string) => void {
  const [, navigate] = useLocation();
  const isHere = useRef(false);
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
    };
  }, []);
  return (path) => {
    if (isHere.current) navigate(path);
  };
}
