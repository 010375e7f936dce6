import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTRPC } from '../client.ts';

/** Leaves for a page of the provider: to pay, or to change what is paid for. While the browser is on its way it stays so. */
export function useLeave() {
  const trpc = useTRPC();
  const [isLeaving, setLeaving] = useState(false);
  const isBusy = useRef(false);
  const free = () => {
    isBusy.current = false;
    setLeaving(false);
  };
  // A browser that goes back shows the page as it was left.
  useEffect(() => {
    const restored = () => {
      isBusy.current = false;
      setLeaving(false);
    };
    window.addEventListener('pageshow', restored);
    return () => window.removeEventListener('pageshow', restored);
  }, []);
  const onSuccess = ({ url }: { url: string }) => window.location.assign(url);
  const checkout = useMutation(trpc.plan.beginCheckout.mutationOptions({ onSuccess, onError: free }));
  const portal = useMutation(trpc.plan.openPortal.mutationOptions({ onSuccess, onError: free }));
  const once = (leave: () => void) => () => {
    if (isBusy.current) return;
    isBusy.current = true;
    setLeaving(true);
    leave();
  };
  return {
    isLeaving,
    failure: checkout.error ?? portal.error,
    buy: once(() => checkout.mutate({ tier: 'pro' })),
    manage: once(() => portal.mutate()),
  };
}
