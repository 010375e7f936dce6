import { useEffect } from 'react';
import type { Profile } from '../client.ts';

/**
 * Plain pages are for the person, on the device of whoever holds the record and hands it to them. Caregivers see everything. While
 * they are open the whole page is larger.
 */
export function usePlain(profile: Profile | undefined): Profile | undefined {
  const isPlain = Boolean(profile?.isPlain && profile.rights.isHolder);
  useEffect(() => {
    document.documentElement.toggleAttribute('data-plain', isPlain);
    return () => document.documentElement.removeAttribute('data-plain');
  }, [isPlain]);
  return profile && profile.isPlain !== isPlain ? { ...profile, isPlain } : profile;
}
