import {
  type Icon,
  IconBell,
  IconBook,
  IconCalendarMonth,
  IconChartBar,
  IconDownload,
  IconEye,
  IconHeartbeat,
  IconHistory,
  IconId,
  IconMessageHeart,
  IconNotes,
  IconPackage,
  IconPill,
  IconSparkles,
  IconSunHigh,
  IconUser,
  IconUsers,
  IconWorld,
} from '@tabler/icons-react';
import type { Profile } from '../client.ts';

/** A page of a person's record. */
export interface NavEntry {
  /** Path below the person; empty for the first page. */
  to: string;
  label: string;
  /** Where there is little room. */
  short?: string;
  Icon: Icon;
  /** Shown to whoever has one of these scopes; to everybody who sees the person unless stated. */
  scopes?: readonly Profile['rights']['scopes'][number][];
  /** Shown to whoever holds the profile. */
  isHolders?: boolean;
}

/** Pages that belong together. */
export interface NavGroup {
  label: string;
  entries: readonly NavEntry[];
}

/** The navigation. The first group is what is needed every day: on a phone it stands at the bottom of the screen. */
const navGroups: readonly NavGroup[] = [
  {
    label: 'Every day',
    entries: [
      { to: '', label: 'Today', Icon: IconSunHigh, scopes: ['medications'] },
      { to: 'medications', label: 'Medicines', Icon: IconPill, scopes: ['medications'] },
      { to: 'notes', label: 'Notes', Icon: IconNotes, scopes: ['notes'] },
      {
        to: 'handover',
        label: 'What is new',
        short: 'New',
        Icon: IconSparkles,
        scopes: ['medications', 'notes', 'chat_summaries'],
      },
      {
        to: 'talk',
        label: 'Company',
        Icon: IconMessageHeart,
        scopes: ['chat_summaries', 'chat_transcripts'],
      },
    ],
  },
  {
    label: 'Looking back and ahead',
    entries: [
      { to: 'history', label: 'Dose history', Icon: IconHistory, scopes: ['medications'] },
      { to: 'calendar', label: 'Calendar', Icon: IconCalendarMonth, scopes: ['medications'] },
      { to: 'stock', label: 'Stock', Icon: IconPackage, scopes: ['medications'] },
      { to: 'adherence', label: 'Taken as planned', Icon: IconChartBar, scopes: ['medications'] },
    ],
  },
  {
    label: 'In an emergency',
    entries: [
      {
        to: 'emergency-card',
        label: 'Emergency card',
        Icon: IconId,
        scopes: ['emergency_card'],
      },
      { to: 'health', label: 'Allergies and conditions', Icon: IconHeartbeat, scopes: ['medications'] },
    ],
  },
  {
    label: 'People and settings',
    entries: [
      { to: 'care', label: 'Care team', Icon: IconUsers },
      { to: 'access-log', label: 'Who read what', Icon: IconEye, isHolders: true },
      { to: 'story', label: 'Life story', Icon: IconBook, isHolders: true },
      { to: 'reminders', label: 'Reminders', Icon: IconBell },
      { to: 'person', label: 'About the person', Icon: IconUser },
      { to: 'export', label: 'Export', Icon: IconDownload },
      { to: 'time-zone', label: 'Time zone', Icon: IconWorld, scopes: ['medications'] },
    ],
  },
];

/** The groups with what the caller's grant lets them open; empty ones are left out. */
export function groupsFor(profile: Pick<Profile, 'rights'> | undefined): NavGroup[] {
  if (!profile) return [];
  const { isHolder, scopes: granted } = profile.rights;
  const isOpen = ({ scopes, isHolders }: NavEntry) =>
    (!isHolders || isHolder) && (!scopes || scopes.some((scope) => granted.includes(scope)));
  return navGroups
    .map(({ label, entries }) => ({ label, entries: entries.filter(isOpen) }))
    .filter(({ entries }) => entries.length > 0);
}
