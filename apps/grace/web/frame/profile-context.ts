import { createContext, useContext } from 'react';
import type { Profile } from '../client.ts';

export const ProfileContext = createContext<Profile | null>(null);

/** The person whose page this is, and what the caller may do with their record. */
export function useProfile(): Profile {
  const profile = useContext(ProfileContext);
  if (!profile) throw new Error('This belongs inside ProfileFrame.');
  return profile;
}
