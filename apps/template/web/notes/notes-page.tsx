import { EmptyState, ErrorState, LoadingState, NextPage, usePageTitle } from '@commons/ui';
import { Button, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { useTRPC } from '../client.ts';
import { NoteRow } from './note-row.tsx';
import classes from './notes.module.css';

/** Every note of the person, the newest first. */
export function NotesPage() {
  const trpc = useTRPC();
  const list = useInfiniteQuery(
    trpc.notes.list.infiniteQueryOptions({}, { getNextPageParam: ({ nextCursor }) => nextCursor }),
  );
  const { data, error } = list;
  usePageTitle('All notes');
  if (!data) {
    return error ? <ErrorState error={error} onRetry={() => void list.refetch()} /> : <LoadingState />;
  }
  const notes = data.pages.flatMap(({ items }) => items);
  const add = (
    <Button component={Link} href="/new">
      New note
    </Button>
  );
  if (notes.length === 0) {
    return (
      <>
        <h1 className="ui-hidden">All notes</h1>
        <EmptyState title="Nothing written down yet" action={add}>
          <p>What you write here is yours alone, and on every device that you sign in on.</p>
        </EmptyState>
      </>
    );
  }
  return (
    <div className={classes.page}>
      <div className={classes.head}>
        <Title order={1}>All notes</Title>
        {add}
      </div>
      <ul className={classes.list}>
        {notes.map((note) => (
          <NoteRow key={note.id} note={note} />
        ))}
      </ul>
      <NextPage query={list}>Older notes</NextPage>
    </div>
  );
}
