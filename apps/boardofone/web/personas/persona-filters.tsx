import { Form } from '@commons/ui';
import { Button, Checkbox, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Persona } from '../client.ts';
import classes from './personas.module.css';
import { usePersonaView } from './use-persona-view.ts';

interface PersonaFiltersProps {
  personas: readonly Persona[];
  found: number;
}

/** Finds personas by words, function and temperament as one types; the address holds what was asked for. */
export function PersonaFilters({ personas, found }: PersonaFiltersProps) {
  const [view, change] = usePersonaView();
  // Typing stays ahead of the address, which browsers let change only so often.
  const [text, setText] = useState(view.text ?? '');
  const { persona: _, ...filters } = view;
  const isFiltered = Object.keys(filters).length > 0;
  const clear = () => {
    setText('');
    change({ text: null, function: null, temperament: null, sceptics: null });
  };
  return (
    <Form aria-label="Find personas" className={classes.filters}>
      <TextInput
        className={classes.search}
        type="search"
        size="md"
        label="Search"
        placeholder="Such as: price, mother, contract"
        maxLength={100}
        value={text}
        onChange={({ currentTarget }) => {
          setText(currentTarget.value);
          change({ text: currentTarget.value.trim() });
        }}
      />
      <Select
        label="Looks after"
        placeholder="Everything"
        size="md"
        clearable
        data={choices(personas.map(({ businessFunction }) => businessFunction))}
        value={view.businessFunction ?? null}
        onChange={(businessFunction) => change({ function: businessFunction })}
      />
      <Select
        label="Temperament"
        placeholder="Any"
        size="md"
        clearable
        data={choices(personas.map(({ temperament }) => temperament))}
        value={view.temperament ?? null}
        onChange={(temperament) => change({ temperament })}
      />
      <div className={classes.under}>
        <Checkbox
          className={classes.sceptics ?? ''}
          label="Only those who oppose"
          checked={view.adversarial ?? false}
          onChange={({ currentTarget }) => change({ sceptics: currentTarget.checked ? '1' : null })}
        />
        <p className={classes.count} role="status">
          {isFiltered ? `${found} of ${personas.length} personas` : countWords(personas)}
        </p>
        {isFiltered && found > 0 && (
          <Button variant="subtle" color="gray" onClick={clear}>
            Show all
          </Button>
        )}
      </div>
      {found === 0 && (
        <div className={classes.nobody}>
          <p>Nobody fits. Use fewer words, or leave out a filter.</p>
          <Button variant="default" onClick={clear}>
            Show everybody
          </Button>
        </div>
      )}
    </Form>
  );
}

/** How many there are, with one's own voices told apart from everybody's. */
function countWords(personas: readonly Persona[]): string {
  const mine = personas.filter(({ isMine }) => isMine).length;
  return mine === 0
    ? `${personas.length} personas`
    : `${personas.length - mine} personas, and ${mine} of your own`;
}

const choices = (values: readonly string[]) =>
  [...new Set(values)].toSorted().map((value) => ({ value, label: inSentence(value) }));

const inSentence = (value: string) => value.charAt(0).toUpperCase() + value.slice(1);
