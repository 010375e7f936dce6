import { EmptyState, ErrorState, LoadingState, NextPage, usePageTitle } from '@commons/ui';
import { Button, Title } from '@mantine/core';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { may } from '../../care/may.ts';
import { useTRPC } from '../client.ts';
import { useProfile } from '../frame/profile-context.ts';
import page from '../page.module.css';
import { NoteCard } from './note-card.tsx';
import { NoteFilters } from './note-filters.tsx';
import classes from './notes.module.css';
import { useNoteView } from './use-note-view.ts';

/** What everybody in the person's care has noticed, pinned notes first and then the newest. */
export function NotesPage() {
  const trpc = useTRPC();
  const profile = useProfile();
  const [view] = useNoteView();
  const list = useInfiniteQuery(
    trpc.notes.list.infiniteQueryOptions(
      { profileId: profile.id, ...view },
      { getNextPageParam: ({ nextCursor }) => nextCursor, placeholderData: keepPreviousData },
    ),
  );
  const { data, error } = list;
  usePageTitle('Notes');
  if (!data)
    return error ? <ErrorState error={error} onRetry={() => void list.refetch()} /> : <LoadingState />;
  const notes = data.pages.flatMap(({ items }) => items);
  const add = may(profile, 'notes', 'log') && (
    <Button component={Link} href={`/p/${profile.id}/notes/new`} size="md">
      Write a note
    </Button>
  );
  const isFiltered = Object.keys(view).length > 0;
  if (notes.length === 0 && !isFiltered) {
    return (
      <>
        <h1 className="ui-hidden">Notes</h1>
        <EmptyState title="Nothing noted yet" action={add}>
          <p>How the night was, what hurt, what the doctor said: everybody who cares can read it here.</p>
        </EmptyState>
      </>
    );
  }
  return (
    <div className={page.page}>
      <div className={page.head}>
        <Title order={1}>Notes</Title>
        {add}
      </div>
      <NoteFilters authors={data.pages[0]?.authors ?? []} />
      {list.isPlaceholderData ? (
        <LoadingState />
      ) : (
        <>
          {notes.length === 0 && <p role="status">No note fits. Use fewer words, or show all notes.</p>}
          <ul className={classes.list}>
            {notes.map((note) => (
              <NoteCard key={note.id} note={note} profileId={profile.id} />
            ))}
          </ul>
          <NextPage query={list} size="md">
            Older notes
          </NextPage>
        </>
      )}
    </div>
  );
}
