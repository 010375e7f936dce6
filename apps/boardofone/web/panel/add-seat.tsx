import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { searchPersonas } from '../../personas/search.ts';
import type { Persona } from '../client.ts';
import classes from './panel.module.css';

interface AddSeatProps {
  free: readonly Persona[];
  onAdd: (code: string) => void;
}

const shown = 6;

/** Finds somebody in the catalogue, or among one's own voices, and gives them a seat. */
export function AddSeat({ free, onAdd }: AddSeatProps) {
  const [text, setText] = useState('');
  const found = text.trim() ? searchPersonas(free, { text }) : free.filter(({ isMine }) => isMine);
  return (
    <div className={classes.add}>
      <TextInput
        label="Add a voice"
        description="Search by name, job or what it should care about, such as cash, privacy or family."
        type="search"
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      {(text.trim() !== '' || found.length > 0) && (
        <ul aria-label="Found">
          {found.slice(0, shown).map(({ code, name, job, isMine }) => (
            <li key={code} className={classes.found}>
              <span>
                <strong>{name}</strong> {isMine && <span className={classes.sceptic}>Mine</span>}{' '}
                <span className={classes.job}>{job}</span>
              </span>
              <Button
                variant="light"
                size="compact-md"
                aria-label={`Add ${name}`}
                onClick={() => {
                  onAdd(code);
                  setText('');
                }}
              >
                Add
              </Button>
            </li>
          ))}
          {found.length === 0 && <li className={classes.job}>Nobody in the catalogue matches that.</li>}
        </ul>
      )}
    </div>
  );
}
