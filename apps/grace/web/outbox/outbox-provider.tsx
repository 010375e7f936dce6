import { keptStore, notify, useAnnounce, useSession } from '@commons/ui';
import { onlineManager, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useEffectEvent, useState } from 'react';
import { useTRPC, useTRPCClient } from '../client.ts';
import { departureText, refusedText } from './departure-text.ts';
import { type Departure, Outbox, type Refused } from './outbox.ts';
import { OutboxContext } from './outbox-context.ts';
import type { OutboxItem } from './outbox-item.ts';
import { useUndo } from './use-undo.ts';

const retryMs = 3_000;

/** Sends reports of doses whenever there is a connection, on whichever page somebody is. */
export function OutboxProvider({ children }: { children: ReactNode }) {
  const { user, epoch } = useSession();
  const client = useTRPCClient();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const announce = useAnnounce();
  const undo = useUndo();
  const send = ({ kind, input }: OutboxItem): Promise<unknown> => {
    if (kind === 'log') return client.doses.log.mutate(input);
    return kind === 'skip' ? client.doses.skip.mutate(input) : client.doses.logAsNeeded.mutate(input);
  };
  const onDeparture = useEffectEvent((departure: Departure) => {
    const { title, text } = departureText(departure);
    announce(text ? `${title}. ${text}` : title);
    const { item, outcome } = departure;
    const canUndo = outcome === 'recorded' && !item.hasWaited;
    notify({ title, text, ...(canUndo && { action: { label: 'Undo', run: () => void undo(item) } }) });
  });
  // Whoever reported it may be on another page by now, of somebody else perhaps.
  const onRefused = useEffectEvent(({ item, message }: Refused) => {
    const people = queries.getQueryData(trpc.profiles.list.queryKey());
    const person = people?.find(({ id }) => id === item.input.profileId);
    const title = refusedText(item, person?.preferredName);
    announce(`${title}. ${message}`);
    notify({ title, text: message });
  });
  const refresh = () => queries.invalidateQueries({ queryKey: trpc.doses.pathKey() });
  const [outbox] = useState(
    () => new Outbox({ store: keptStore(user.id), send, refresh, onDeparture, onRefused }),
  );

  useEffect(() => {
    void outbox.load();
    const flush = () => void outbox.flush();
    const stop = onlineManager.subscribe((isOnline) => isOnline && flush());
    const timer = setInterval(flush, retryMs);
    return () => {
      stop();
      clearInterval(timer);
    };
  }, [outbox]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: after another sign-in, what was refused meanwhile is sent again.
  useEffect(() => void outbox.flush(), [outbox, epoch]);

  return <OutboxContext value={outbox}>{children}</OutboxContext>;
}
