import { usePageTitle } from '@commons/ui';
import { Title } from '@mantine/core';
import { useProfile } from '../frame/profile-context.ts';
import page from '../page.module.css';

/** Who this is. */
export function PersonPage() {
  const profile = useProfile();
  usePageTitle('About the person');
  return (
    <div className={page.page}>
      <Title order={1}>{profile.fullName}</Title>
      <p className={page.lead}>Times are times in {profile.timeZone.replaceAll('_', ' ')}.</p>
    </div>
  );
}
