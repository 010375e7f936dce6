import { usePageTitle } from '@commons/ui';
import { Title } from '@mantine/core';
import { useSearchParams } from 'wouter';
import { useProfile } from '../frame/profile-context.ts';
import { useLeadOn } from '../frame/use-lead-on.ts';
import page from '../page.module.css';
import { NoteForm } from './note-form.tsx';

/** Where a note begins. */
export function NewNotePage() {
  const profile = useProfile();
  const leadOn = useLeadOn();
  const [search] = useSearchParams();
  const [doseId, sessionId] = [search.get('dose'), search.get('session')];
  const from = doseId ? 'history' : sessionId ? `talk/${sessionId}` : 'notes';
  const back = () => leadOn(`/p/${profile.id}/${from}`);
  usePageTitle('Write a note');
  return (
    <div className={page.page}>
      <Title order={1}>A note about {profile.preferredName}</Title>
      {doseId && <p className={page.lead}>It will stand beside the dose in the dose history.</p>}
      {sessionId && <p className={page.lead}>It will stand under the conversation.</p>}
      <NoteForm
        saved={null}
        about={{ ...(doseId ? { doseId } : {}), ...(!doseId && sessionId ? { sessionId } : {}) }}
        onSaved={back}
        onCancel={back}
      />
    </div>
  );
}
