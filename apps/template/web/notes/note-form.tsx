import { Form, FormFailure } from '@commons/ui';
import { Button, Group, Textarea, TextInput, Title } from '@mantine/core';
import type { Note } from '../client.ts';
import classes from './notes.module.css';
import { useNoteForm } from './use-note-form.ts';

interface NoteFormProps {
  heading: string;
  /** Null for a note that is not there yet. */
  saved: Note | null;
  onSaved?: (note: Note) => void;
}

/** Title and text of a note. */
export function NoteForm({ heading, saved, onSaved }: NoteFormProps) {
  const form = useNoteForm(saved, onSaved);
  const { values, dirty, stale, pending, problems, change } = form;
  return (
    <Form className={classes.page} onSubmit={form.submit}>
      <Title order={1}>{heading}</Title>
      <TextInput
        label="Title"
        value={values.title}
        onChange={({ currentTarget }) => change({ title: currentTarget.value })}
        error={problems.title}
        aria-required
        autoComplete="off"
        dir="auto"
      />
      <Textarea
        label="Text"
        value={values.body}
        onChange={({ currentTarget }) => change({ body: currentTarget.value })}
        error={problems.body}
        rows={10}
        dir="auto"
      />
      <FormFailure error={form.failure} />
      {stale && (
        <div role="alert" className={classes.newer}>
          <strong>Saved somewhere else in the meantime.</strong> What you wrote is kept here.
        </div>
      )}
      {stale ? (
        <Group gap="xs">
          <Button variant="default" onClick={form.discard}>
            Load the newer text
          </Button>
          <Button variant="light" onClick={() => change({ version: saved?.version ?? 0 })}>
            Keep mine
          </Button>
        </Group>
      ) : (
        <Group gap="xs">
          <Button type="submit" loading={pending} disabled={saved !== null && !dirty}>
            Save
          </Button>
          {dirty && (
            <Button variant="subtle" color="gray" onClick={form.discard} disabled={pending}>
              Discard
            </Button>
          )}
        </Group>
      )}
      <span role="status" className={classes.state}>
        {dirty && !pending && 'Not saved yet. Your text is kept on this device.'}
      </span>
    </Form>
  );
}
