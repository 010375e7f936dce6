import { Form, FormFailure, newMessageId, problemsByField } from '@commons/ui';
import { Button, Group, NumberInput, TagsInput, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { SaveStoryEntry } from '../../server/story/schemas.ts';
import { type StoryEntry, useTRPC } from '../client.ts';
import { useProfile } from '../frame/profile-context.ts';
import classes from './story.module.css';

const nothing = { text: '', people: [] as string[], fromYear: null, toYear: null, source: '' };

/** A memory: what, with whom, when, and who told it. */
export function StoryForm({ saved, onClose }: { saved: StoryEntry | null; onClose: () => void }) {
  const { id: profileId } = useProfile();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [values, setValues] = useState(() => ({ id: newMessageId(), ...nothing, ...saved }));
  const [submitted, setSubmitted] = useState(false);
  const save = useMutation(
    trpc.story.save.mutationOptions({
      onSuccess: async () => {
        await queries.invalidateQueries();
        onClose();
      },
    }),
  );
  const change = (part: Partial<typeof values>) => setValues({ ...values, ...part });
  const input = { profileId, ...values };
  const problems = submitted ? problemsByField(SaveStoryEntry.safeParse(input).error?.issues) : {};
  const year = (value: string | number) => (value === '' ? null : Number(value));
  return (
    <Form
      className={classes.entry}
      onSubmit={() => {
        setSubmitted(true);
        if (SaveStoryEntry.safeParse(input).success) save.mutate(input);
      }}
    >
      <Textarea
        label="What happened?"
        size="md"
        autosize
        minRows={3}
        value={values.text}
        onChange={({ currentTarget }) => change({ text: currentTarget.value })}
        error={problems.text}
        aria-required
        dir="auto"
      />
      <TextInput
        label="Who told this, or where is it written?"
        placeholder="Amara, her daughter"
        size="md"
        value={values.source}
        onChange={({ currentTarget }) => change({ source: currentTarget.value })}
        error={problems.source}
        aria-required
        dir="auto"
      />
      <TagsInput
        label="Who else was in it?"
        description="Names; Enter adds one."
        size="md"
        value={[...values.people]}
        onChange={(people) => change({ people })}
        error={problems.people}
      />
      <Group grow>
        <NumberInput
          label="From year"
          size="md"
          hideControls
          allowDecimal={false}
          thousandSeparator=""
          value={values.fromYear ?? ''}
          onChange={(value) => change({ fromYear: year(value) })}
          error={problems.fromYear}
        />
        <NumberInput
          label="To year"
          size="md"
          hideControls
          allowDecimal={false}
          thousandSeparator=""
          value={values.toYear ?? ''}
          onChange={(value) => change({ toYear: year(value) })}
          error={problems.toYear}
        />
      </Group>
      <FormFailure error={save.error} />
      <Group gap="sm">
        <Button type="submit" size="md" loading={save.isPending}>
          Save
        </Button>
        <Button variant="default" size="md" onClick={onClose}>
          Cancel
        </Button>
      </Group>
    </Form>
  );
}
