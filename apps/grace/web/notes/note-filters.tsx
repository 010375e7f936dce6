import { Form } from '@commons/ui';
import { Button, Select, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { categoryOptions } from './categories.ts';
import classes from './notes.module.css';
import { useNoteView } from './use-note-view.ts';

/** Finds notes by words, author, kind and days; the address holds what was asked for. */
export function NoteFilters({ authors }: { authors: readonly { id: string; name: string }[] }) {
  const [view, change] = useNoteView();
  const [search, setSearch] = useState(view.search ?? '');
  const isFiltered = Object.keys(view).length > 0;
  const clear = () => {
    setSearch('');
    change({ search: null, authorId: null, category: null, from: null, to: null });
  };
  return (
    <Form
      aria-label="Find notes"
      className={classes.filters}
      onSubmit={() => change({ search: search.trim() })}
    >
      <div className={classes.search}>
        <TextInput
          type="search"
          label="Search the notes"
          placeholder="Such as: fall or dizzy"
          maxLength={200}
          value={search}
          onChange={({ currentTarget }) => setSearch(currentTarget.value)}
        />
        <Button type="submit" variant="default" leftSection={<IconSearch size={18} stroke={1.8} />}>
          Search
        </Button>
      </div>
      <Select
        label="About"
        placeholder="Everything"
        size="md"
        clearable
        data={categoryOptions}
        value={view.category ?? null}
        onChange={(category) => change({ category })}
      />
      <Select
        label="Written by"
        placeholder="Everybody"
        size="md"
        clearable
        data={authors.map(({ id, name }) => ({ value: id, label: name }))}
        value={view.authorId ?? null}
        onChange={(authorId) => change({ authorId })}
      />
      <TextInput
        type="date"
        label="From"
        value={view.from ?? ''}
        onChange={({ currentTarget }) => change({ from: currentTarget.value })}
      />
      <TextInput
        type="date"
        label="To"
        value={view.to ?? ''}
        onChange={({ currentTarget }) => change({ to: currentTarget.value })}
      />
      {isFiltered && (
        <Button variant="subtle" color="gray" className={classes.clear} onClick={clear}>
          Show all notes
        </Button>
      )}
    </Form>
  );
}
