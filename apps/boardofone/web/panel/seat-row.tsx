import { ActionIcon, NativeSelect, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { Persona } from '../client.ts';
import classes from './panel.module.css';
import type { ChosenSeat, usePanel } from './use-panel.ts';

interface SeatRowProps {
  seat: ChosenSeat;
  persona: Persona | undefined;
  panel: ReturnType<typeof usePanel>;
}

/** A voice of the panel: who it is, why it was proposed, and what about it can be changed. */
export function SeatRow({ seat, persona, panel }: SeatRowProps) {
  if (!persona) return null;
  const { name, job, adversarial, lossFunction, method, temperament } = persona;
  return (
    <li className={classes.seat}>
      <div className={classes.who}>
        <div>
          <strong>{name}</strong>
          {adversarial && <span className={classes.sceptic}>Sceptic</span>}
          <span className={classes.job}>{job}</span>
        </div>
        <ActionIcon aria-label={`Remove ${name}`} title="Remove" onClick={() => panel.remove(seat.code)}>
          <IconTrash size={20} stroke={1.6} />
        </ActionIcon>
      </div>
      <p className={classes.reason}>{seat.reason}</p>
      <details>
        <summary>More about {name}</summary>
        <p>There to prevent: {lossFunction}</p>
        <p>
          Works by {method}; {temperament}.
        </p>
        <div className={classes.fields}>
          <NativeSelect
            size="md"
            label="Weight of the vote"
            data={[
              { value: '1', label: 'Like the others' },
              { value: '1.5', label: 'One and a half times' },
            ]}
            value={String(seat.weight)}
            onChange={({ currentTarget }) =>
              panel.change(seat.code, { weight: currentTarget.value === '1.5' ? 1.5 : 1 })
            }
          />
          <TextInput
            label="Another model"
            description="Of the same provider; empty for the usual one."
            value={seat.model}
            onChange={({ currentTarget }) => panel.change(seat.code, { model: currentTarget.value })}
          />
        </div>
      </details>
    </li>
  );
}
