import { Form } from '@commons/ui';
import { Button, Checkbox, Collapse, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { rangeProblems } from './session-range.ts';
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

/** Finds decisions by what was written, how they stand, when they began and what they have cost. */
export function SessionFilters({ view, onChange, count }: SessionFiltersProps) {
  // Typing stays ahead of the address, which browsers let change only so often.
  const [text, setText] = useState(view.text);
  const [costs, setCosts] = useState({ min: view.min, max: view.max });
  const hasRange = [view.from, view.to, view.min, view.max].some(Boolean);
  const [hasMore, setHasMore] = useState(hasRange);
  const problems = rangeProblems({ ...view, ...costs });
  const cost = (field: 'min' | 'max') => ({
    size: 'md' as const,
    inputMode: 'decimal' as const,
    placeholder: 'Any',
    maxLength: 15,
    value: costs[field],
    error: problems[field],
    onChange: ({ currentTarget: { value } }: { currentTarget: { value: string } }) => {
      setCosts({ ...costs, [field]: value });
      onChange({ [field]: value.trim() });
    },
  });
  const clear = () => {
    setCosts({ min: '', max: '' });
    onChange({ from: '', to: '', min: '', max: '' });
  };
  return (
    <Form aria-label="Find decisions" className={classes.filters}>
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
        <Button
          variant="subtle"
          type="button"
          aria-expanded={hasMore}
          aria-controls="session-range"
          onClick={() => setHasMore(!hasMore)}
        >
          Date and cost
        </Button>
        <p className={classes.count} role="status">
          {count}
        </p>
      </div>
      <Collapse expanded={hasMore} className={classes.wide} id="session-range">
        <div className={classes.range}>
          <TextInput
            size="md"
            type="date"
            label="Begun on or after"
            value={view.from}
            onChange={({ currentTarget }) => onChange({ from: currentTarget.value })}
          />
          <TextInput
            size="md"
            type="date"
            label="Begun on or before"
            value={view.to}
            error={problems.to}
            onChange={({ currentTarget }) => onChange({ to: currentTarget.value })}
          />
          <TextInput label="Cost at least, in dollars" {...cost('min')} />
          <TextInput label="Cost at most, in dollars" {...cost('max')} />
        </div>
        {hasRange && (
          <Button variant="subtle" color="gray" type="button" onClick={clear}>
            Any date and cost
          </Button>
        )}
      </Collapse>
    </Form>
  );
}
