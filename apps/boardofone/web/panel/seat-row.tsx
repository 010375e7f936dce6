import { ActionIcon, NativeSelect, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Persona } from '../client.ts';
import classes from './panel.module.css';
import type { ChosenSeat, usePanel } from './use-panel.ts';

interface SeatRowProps {
  seat: ChosenSeat;
  /** Undefined for who is in the catalogue no longer. */
  persona: Persona | undefined;
  /** What they were called when the panel was proposed. */
  name: string;
  panel: ReturnType<typeof usePanel>;
}

/** A voice of the panel: who it is, why it was proposed, and what about it can be changed. */
export function SeatRow({ seat, persona, name: proposedName, panel }: SeatRowProps) {
  if (!persona) {
    return (
      <li className={classes.seat}>
        <Who name={proposedName} panel={panel} seat={seat} />
        <p className={classes.warning}>
          No longer in the catalogue. You can remove it and choose somebody else.
        </p>
      </li>
    );
  }
  const { name, job, adversarial, lossFunction, method, temperament } = persona;
  return (
    <li className={classes.seat}>
      <Who name={name} panel={panel} seat={seat}>
        {adversarial && <span className={classes.sceptic}>Sceptic</span>}
        <span className={classes.job}>{job}</span>
      </Who>
      {persona.isArchived && (
        <p className={classes.warning}>
          You have archived this voice, so no new panel takes it. Remove it, or offer it to panels again on{' '}
          <Link href={`/personas/${seat.code}`}>its page</Link>.
        </p>
      )}
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

function Who({
  name,
  seat,
  panel,
  children,
}: Pick<SeatRowProps, 'name' | 'seat' | 'panel'> & { children?: ReactNode }) {
  return (
    <div className={classes.who}>
      <div>
        <strong>{name}</strong>
        {children}
      </div>
      <ActionIcon aria-label={`Remove ${name}`} title="Remove" onClick={() => panel.remove(seat.code)}>
        <IconTrash size={20} stroke={1.6} />
      </ActionIcon>
    </div>
  );
}
