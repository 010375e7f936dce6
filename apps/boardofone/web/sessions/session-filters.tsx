import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import classes from './sessions.module.css';
import type { SessionListView } from './use-session-view.ts';

interface SessionFiltersProps {
  view: SessionListView;
  onChange: (part: Partial<SessionListView>) => void;
  /** How many are shown, in words; nothing while they are being read. */
  count: string;
}

const choices = [
  { value: '', label: 'In any state' },
  { value: 'waiting', label: 'Waiting for you' },
  { value: 'running', label: 'Running' },
  { value: 'paused', label: 'Paused' },
  { value: 'completed', label: 'Memo written' },
  { value: 'ended', label: 'Ended early' },
];

/** Finds decisions by what was written and by how they stand. */
export function SessionFilters({ view, onChange, count }: SessionFiltersProps) {
  // Typing stays ahead of the address, which browsers let change only so often.
  const [text, setText] = useState(view.text);
  return (
    <form
      aria-label="Find decisions"
      className={classes.filters}
      onSubmit={(event) => event.preventDefault()}
    >
      <TextInput
        type="search"
        size="md"
        label="Search"
        placeholder="Such as: bakery, rent"
        maxLength={200}
        value={text}
        onChange={({ currentTarget }) => {
          setText(currentTarget.value);
          onChange({ text: currentTarget.value.trim() });
        }}
      />
      <NativeSelect
        size="md"
        label="State"
        data={choices}
        value={view.standing ?? ''}
        onChange={({ currentTarget }) =>
          onChange({ standing: (currentTarget.value || null) as SessionListView['standing'] })
        }
      />
      <div className={classes.under}>
        <Checkbox
          className={classes.archived ?? ''}
          size="md"
          label="Archived ones"
          checked={view.isArchived}
          onChange={({ currentTarget }) => onChange({ isArchived: currentTarget.checked })}
        />
        <p className={classes.count} role="status">
          {count}
        </p>
      </div>
    </form>
  );
}
