import { EmptyState, ErrorState, LoadingState, usePageTitle } from '@commons/ui';
import { Button, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { type StoryEntry, useTRPC } from '../client.ts';
import { HoldersAlone } from '../frame/holders-alone.tsx';
import { useProfile } from '../frame/profile-context.ts';
import page from '../page.module.css';
import { Likes } from './likes.tsx';
import classes from './story.module.css';
import { StoryCard } from './story-card.tsx';
import { StoryForm } from './story-form.tsx';

/** What the companion knows: what the person likes to talk about and what not, and their life with who told it. */
export function StoryPage() {
  const { rights } = useProfile();
  usePageTitle('Life story');
  if (!rights.isHolder) return <HoldersAlone title="The life story is closed to you" />;
  return <Story />;
}

function Story() {
  const profile = useProfile();
  const trpc = useTRPC();
  const [editing, setEditing] = useState<StoryEntry | 'new' | null>(null);
  const { data: entries, error, refetch } = useQuery(trpc.story.list.queryOptions({ profileId: profile.id }));
  if (!entries) return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <LoadingState />;
  const add = editing === null && (
    <Button size="md" onClick={() => setEditing('new')}>
      Add a memory
    </Button>
  );
  const close = () => setEditing(null);
  return (
    <div className={page.page}>
      <div className={page.head}>
        <Title order={1}>Life story</Title>
        <Button component={Link} href={`/p/${profile.id}/talk`} variant="default" size="md">
          Talk
        </Button>
      </div>
      <p className={page.lead}>
        The companion speaks only of what is written here. Nobody in the care circle sees this page.
      </p>
      <section aria-label="Memories" className={classes.section}>
        <div className={page.head}>
          <Title order={2}>Memories</Title>
          {entries.length > 0 && add}
        </div>
        {editing === 'new' && <StoryForm saved={null} onClose={close} />}
        {entries.length === 0 && editing === null && (
          <EmptyState title="Nothing written yet" action={add}>
            <p>A place, a job, a song: small things are best. Write who told it.</p>
          </EmptyState>
        )}
        <ul className={classes.list}>
          {entries.map((entry) => (
            <li key={entry.id}>
              {editing !== null && editing !== 'new' && editing.id === entry.id ? (
                <StoryForm saved={entry} onClose={close} />
              ) : (
                <StoryCard entry={entry} onEdit={() => setEditing(entry)} />
              )}
            </li>
          ))}
        </ul>
      </section>
      <Likes />
    </div>
  );
}
