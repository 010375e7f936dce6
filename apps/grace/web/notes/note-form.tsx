import { Form, FormFailure } from '@commons/ui';
import { Button, Checkbox, Group, Select, Textarea } from '@mantine/core';
import type { Note } from '../client.ts';
import { useProfile } from '../frame/profile-context.ts';
import { categoryOptions } from './categories.ts';
import type { NoteAbout } from './note-values.ts';
import classes from './notes.module.css';
import { useNoteForm } from './use-note-form.ts';

interface NoteFormProps {
  /** Null for a note that is not there yet. */
  saved: Note | null;
  about?: NoteAbout;
  onSaved: (note: Note) => void;
  onCancel: () => void;
}

/** What was noticed, and what it is about. */
export function NoteForm({ saved, about = {}, onSaved, onCancel }: NoteFormProps) {
  const profile = useProfile();
  const form = useNoteForm(profile.id, saved, about, onSaved);
  const { values, dirty, stale, pending, change } = form;
  return (
    <Form className={classes.form} onSubmit={form.submit}>
      <Textarea
        label="What did you notice?"
        value={values.body}
        onChange={({ currentTarget }) => change({ body: currentTarget.value })}
        error={form.problem}
        aria-required
        rows={7}
        dir="auto"
      />
      <Select
        label="What is it about?"
        size="md"
        data={categoryOptions}
        allowDeselect={false}
        value={values.category}
        onChange={(value) => change({ category: value as Note['category'] })}
      />
      {profile.rights.isHolder && (
        <Checkbox
          size="md"
          label="Private"
          description="No caregiver sees it, whatever their access."
          checked={values.isPrivate}
          onChange={({ currentTarget }) => change({ isPrivate: currentTarget.checked })}
        />
      )}
      {!stale && <FormFailure error={form.failure} />}
      {stale && (
        <div role="alert" className={classes.newer}>
          <strong>Saved somewhere else in the meantime.</strong> What you wrote is kept here.
        </div>
      )}
      <Group gap="xs">
        {stale ? (
          <>
            <Button variant="default" onClick={form.discard}>
              Load the newer text
            </Button>
            <Button variant="light" onClick={form.keepMine}>
              Keep mine
            </Button>
          </>
        ) : (
          <Button type="submit" loading={pending} disabled={saved !== null && !dirty}>
            Save
          </Button>
        )}
        <Button
          variant="subtle"
          color="gray"
          disabled={pending}
          onClick={() => {
            form.discard();
            onCancel();
          }}
        >
          {dirty ? 'Discard' : 'Cancel'}
        </Button>
      </Group>
      <span role="status" className={classes.state}>
        {dirty && !pending && 'Not saved yet. Your text is kept on this device.'}
      </span>
    </Form>
  );
}
