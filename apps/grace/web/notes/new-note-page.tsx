import { ForbiddenState, usePageTitle } from '@commons/ui';
import { Title } from '@mantine/core';
import { useLocation } from 'wouter';
import { may } from '../../care/may.ts';
import { useProfile } from '../frame/profile-context.ts';
import page from '../page.module.css';
import { NoteForm } from './note-form.tsx';

/** Where a note begins. */
export function NewNotePage() {
  const profile = useProfile();
  const [, navigate] = useLocation();
  const back = () => navigate(`/p/${profile.id}/notes`);
  usePageTitle('Write a note');
  if (!may(profile, 'notes', 'log')) {
    return (
      <ForbiddenState>
        Your access does not include writing notes about {profile.preferredName}. {profile.holderName} can
        change that.
      </ForbiddenState>
    );
  }
  return (
    <div className={page.page}>
      <Title order={1}>A note about {profile.preferredName}</Title>
      <NoteForm saved={null} onSaved={back} onCancel={back} />
    </div>
  );
}
