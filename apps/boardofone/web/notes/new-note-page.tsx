import { usePageTitle } from '@commons/ui';
import { useLocation } from 'wouter';
import { NoteForm } from './note-form.tsx';

/** Where a note begins. */
export function NewNotePage() {
  const [, navigate] = useLocation();
  usePageTitle('New note');
  return <NoteForm heading="New note" saved={null} onSaved={() => navigate('/')} />;
}
