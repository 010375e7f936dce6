import { notify, notifyError } from '@commons/ui';
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type StoryEntry, useTRPC } from '../client.ts';
import { useProfile } from '../frame/profile-context.ts';
import { atOnce } from '../optimistic/at-once.ts';
import classes from './story.module.css';

const without = (entries: StoryEntry[], { id }: { id: string }) => entries.filter((one) => one.id !== id);

/** A memory with its source. Taking it out can be undone. */
export function StoryCard({ entry, onEdit }: { entry: StoryEntry; onEdit: () => void }) {
  const { id: profileId } = useProfile();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const options = { onSettled: () => queries.invalidateQueries(), onError: notifyError };
  const { mutate: save } = useMutation(trpc.story.save.mutationOptions(options));
  const { mutate: remove } = useMutation(
    trpc.story.remove.mutationOptions({
      ...atOnce(queries, trpc.story.list.queryKey({ profileId }), without),
      onSuccess: () =>
        notify({
          title: 'Memory removed',
          action: { label: 'Undo', run: () => save({ profileId, ...entry, version: undefined }) },
        }),
    }),
  );
  const { text, people, fromYear, toYear, source } = entry;
  const years = [fromYear, toYear].filter((year) => year !== null).join(' to ');
  return (
    <article className={classes.entry}>
      <p dir="auto">{text}</p>
      <p className={classes.facts}>
        {years && <span>{years}</span>}
        {people.length > 0 && <span>With {people.join(', ')}</span>}
        <span>Told by {source}</span>
      </p>
      <div className={classes.actions}>
        <Button variant="default" size="md" onClick={onEdit}>
          Change
        </Button>
        <Button variant="subtle" color="gray" size="md" onClick={() => remove({ profileId, id: entry.id })}>
          Remove
        </Button>
      </div>
    </article>
  );
}
