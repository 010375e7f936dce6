import { usePageTitle } from '@commons/ui';
import { useProfile } from '../frame/profile-context.ts';
import { CaregiverTalk } from './caregiver-talk.tsx';
import { PersonTalk } from './person-talk.tsx';

/** Company for the person; for caregivers, what the person lets them read of it. */
export function TalkPage() {
  const { rights } = useProfile();
  usePageTitle('Company');
  return rights.isHolder ? <PersonTalk /> : <CaregiverTalk />;
}
