import { usePageTitle } from '@commons/ui';
import { Title } from '@mantine/core';
import { basisWords } from '../../consent/words.ts';
import { useProfile } from '../frame/profile-context.ts';
import page from '../page.module.css';
import { placeOf } from '../travel/zone-name.ts';
import { PersonForm } from './person-form.tsx';

/** Who this is, and who answers for them; the holder changes it here. */
export function PersonPage() {
  const profile = useProfile();
  usePageTitle('About the person');
  if (profile.rights.isHolder) return <PersonForm saved={profile} />;
  return (
    <div className={page.page}>
      <Title order={1}>{profile.fullName}</Title>
      <p className={page.lead}>Times are times in {placeOf(profile.timeZone)}.</p>
      <p className={page.lead}>
        {profile.basis === 'self'
          ? `${profile.preferredName} holds this record.`
          : `${profile.holderName} holds this record ${basisWords[profile.basis]}.`}
      </p>
    </div>
  );
}
