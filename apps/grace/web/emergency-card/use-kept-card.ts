import { useUserId } from '@commons/ui';
import { useEffect, useState } from 'react';
import type { EmergencyCard } from '../client.ts';

/** The copy of the card that this device keeps for when there is no network, if its holder chose so. */
export function useKeptCard(profileId: string, fresh: EmergencyCard | undefined) {
  const key = `grace:card:${useUserId()}:${profileId}`;
  const [kept, setKept] = useState(() => readCard(key));
  const isKept = kept !== null;

  useEffect(() => {
    if (isKept && fresh) localStorage.setItem(key, JSON.stringify(fresh));
  }, [isKept, fresh, key]);

  const keep = (card: EmergencyCard | null) => {
    if (card) localStorage.setItem(key, JSON.stringify(card));
    else localStorage.removeItem(key);
    setKept(card);
  };
  return { kept, keep };
}

function readCard(key: string): EmergencyCard | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null');
  } catch {
    return null;
  }
}
