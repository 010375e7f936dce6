import type { Profile } from '../client.ts';
import { groupsFor, type NavEntry } from '../frame/nav-entries.ts';

/** A page of the navigation by its label, if the caller may open it. */
export const entryNamed = (profile: Profile, label: RegExp): NavEntry | undefined =>
  groupsFor(profile)
    .flatMap(({ entries }) => entries)
    .find((entry) => label.test(entry.label));
