import { notify, useUserId } from '@commons/ui';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { type EmergencyCard, useTRPC } from '../client.ts';
import { keepCard, readCard, renewCard } from './kept-card-store.ts';

/**
 * The card, and the copy that this device keeps for when there is no network, if its holder chose so: as new as the record whenever a
 * page of the person is open, and gone once somebody signs out. `kept` is undefined until it is known. With `onlyKept` the card is
 * read only for the sake of its copy.
 */
export function useKeptCard(profileId: string, { onlyKept = false } = {}) {
  const trpc = useTRPC();
  const userId = useUserId();
  const [kept, setKept] = useState<EmergencyCard | null>();
  const { data, error, refetch } = useQuery({
    ...trpc.emergencyCard.byProfile.queryOptions({ profileId }),
    enabled: !onlyKept || Boolean(kept),
  });

  useEffect(() => {
    let isGone = false;
    void readCard({ userId, profileId }).then((card) => {
      if (!isGone) setKept(card);
    });
    return () => {
      isGone = true;
    };
  }, [userId, profileId]);

  useEffect(() => {
    if (data) void renewCard({ userId, profileId }, data);
  }, [data, userId, profileId]);

  const keep = (card: EmergencyCard | null) => {
    const before = kept;
    setKept(card);
    keepCard({ userId, profileId }, card).catch(() => {
      setKept(before);
      notify({
        title: card ? 'This browser keeps no copy' : 'The copy is still on this device',
        text: card
          ? 'Print the card to have it without a network.'
          : 'Try again, or sign out here: that removes it.',
      });
    });
  };
  return { data, error, refetch, kept, keep };
}
