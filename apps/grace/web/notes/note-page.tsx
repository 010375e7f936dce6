import { describeError, ErrorState, LoadingState, NotFoundState, usePageTitle } from '@commons/ui';
import { Anchor, Title } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'wouter';
import { useTRPC } from '../client.ts';
import { useProfile } from '../frame/profile-context.ts';
import page from '../page.module.css';
import { NoteActions } from './note-actions.tsx';
import { NoteFacts } from './note-facts.tsx';
import { NoteForm } from './note-form.tsx';
import { NoteHistory } from './note-history.tsx';
import { NoteSubject } from './note-subject.tsx';
import classes from './notes.module.css';

/** One note, everything that it has said, and for its author the way to change it. */
export function NotePage() {
  const trpc = useTRPC();
  const profile = useProfile();
  const { noteId = '' } = useParams<{ noteId: string }>();
  const [isEditing, setEditing] = useState(false);
  const { data, error, refetch } = useQuery(
    trpc.notes.byId.queryOptions({ profileId: profile.id, id: noteId }),
  );
  usePageTitle('Note');
  const code = error && describeError(error).code;
  // What is no id at all leads nowhere just as well.
  if (code === 'NOT_FOUND' || code === 'BAD_INPUT') return <NotFoundState />;
  if (!data) return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <LoadingState />;
  const { revisions, dose, ...note } = data;
  const stopEditing = () => setEditing(false);
  return (
    <div className={page.page}>
      <div>
        <Anchor component={Link} href={`/p/${profile.id}/notes`} className={classes.back}>
          <IconArrowLeft size={20} stroke={1.7} aria-hidden="true" />
          Notes
        </Anchor>
      </div>
      <Title order={1}>A note about {profile.preferredName}</Title>
      {isEditing ? (
        <NoteForm saved={note} onSaved={stopEditing} onCancel={stopEditing} />
      ) : (
        <>
          <NoteFacts note={note} />
          <NoteSubject note={note} dose={dose} />
          <p className={classes.text} data-error={note.isError} dir="auto">
            {note.body}
          </p>
          <NoteActions note={note} onEdit={() => setEditing(true)} />
        </>
      )}
      {revisions.length > 1 && <NoteHistory revisions={revisions} />}
    </div>
  );
}
