import { usePageTitle } from '@commons/ui';
import { Title } from '@mantine/core';
import { useProfile } from '../frame/profile-context.ts';
import page from '../page.module.css';
import { Calendars } from './calendars.tsx';
import { Devices } from './devices.tsx';
import classes from './reminders.module.css';
import { WhatYouAreTold } from './what-you-are-told.tsx';

/** What the caller is told about this person, where it reaches them, and calendars of the doses. */
export function RemindersPage() {
  const { preferredName, rights } = useProfile();
  usePageTitle('Reminders');
  return (
    <div className={page.page}>
      <Title order={1}>Reminders</Title>
      <p className={page.lead}>How GRACE tells you about {preferredName}. Others choose for themselves.</p>
      <p className={classes.warning}>
        <strong>Do not rely on it where a life depends on it.</strong> A message can come late or not at all:
        phones save battery, networks fail. GRACE is no alarm.
      </p>
      <Devices />
      <WhatYouAreTold />
      {rights.isHolder && <Calendars />}
    </div>
  );
}
