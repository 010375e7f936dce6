import type { ProviderId } from '@commons/api';
import { getFile, getJson, postJson } from './http.ts';

/** A device on which the person is signed in; times are ISO 8601. */
export interface Device {
  id: string;
  name: string;
  signedInAt: string;
  lastUsedAt: string;
  /** Whether it is this one. */
  current: boolean;
}

/** Something that was done under the person's name. */
export interface Activity {
  id: string;
  /** Name of the app that it was done in. */
  app: string | null;
  /** A noun and a verb in the past tense: `session_killed`. */
  action: string;
  device: string;
  at: string;
}

/** How the person can sign in. */
export interface WaysIn {
  password: boolean;
  linked: { provider: ProviderId; since: string }[];
  configured: ProviderId[];
}

/** The endpoints of the person's own account. */
export const accountApi = {
  devices: () => getJson<Device[]>('/api/account/devices'),
  revokeDevice: (id: string) => postJson('/api/account/devices/revoke', { id }),
  revokeOtherDevices: () => postJson('/api/auth/revoke-other-sessions', {}),
  /** The newest entries, or those before one of them. */
  activity: (limit: number, before?: string | null) =>
    getJson<Activity[]>(`/api/account/activity?limit=${limit}${before ? `&before=${before}` : ''}`),
  waysIn: () => getJson<WaysIn>('/api/account/ways-in'),
  unlink: (provider: ProviderId) => postJson('/api/account/unlink', { provider }),
  /** Everything that is the person's, as one file. */
  download: () => getFile('/api/account/export'),
  delete: (input: { email: string }) => postJson('/api/account/delete', input),
};
