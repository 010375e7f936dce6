import { usePageTitle } from '@commons/ui';
import { Title } from '@mantine/core';
import { useProfile } from '../frame/profile-context.ts';
import page from '../page.module.css';
import { Allergies } from './allergies.tsx';
import { Conditions } from './conditions.tsx';

/** What somebody who treats the person must know first. */
export function HealthPage() {
  const { preferredName } = useProfile();
  usePageTitle('Allergies and conditions');
  return (
    <div className={page.page}>
      <Title order={1}>Allergies and conditions</Title>
      <p className={page.lead}>What somebody who treats {preferredName} must know first.</p>
      <Allergies />
      <Conditions />
    </div>
  );
}
