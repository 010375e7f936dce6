import { describeError, ErrorState, LoadingState, NotFoundState, usePageTitle } from '@commons/ui';
import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '../client.ts';
import { NoteForm } from './note-form.tsx';

/** Where a note is read and changed. */
export function NotePage({ id }: { id: string }) {
  const trpc = useTRPC();
  const { data: note, error, refetch } = useQuery(trpc.notes.byId.queryOptions({ id }));
  usePageTitle('Note');
  // What is no id at all leads nowhere just as well.
  const code = error && describeError(error).code;
  if (code === 'NOT_FOUND' || code === 'BAD_INPUT') return <NotFoundState />;
  if (note) return <NoteForm heading="Note" saved={note} />;
  return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <LoadingState />;
}
