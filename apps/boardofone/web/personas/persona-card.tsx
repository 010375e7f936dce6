import { Badge } from '@mantine/core';
import type { Persona } from '../client.ts';
import { PersonaFace } from './persona-face.tsx';
import classes from './personas.module.css';

interface PersonaCardProps {
  persona: Persona;
  onOpen: () => void;
}

/** One persona of the catalogue; the whole card opens the details. */
export function PersonaCard({ persona, onOpen }: PersonaCardProps) {
  const { name, job, businessFunction, temperament, method, lossFunction, adversarial } = persona;
  return (
    <li className={classes.card}>
      <div className={classes.head}>
        <PersonaFace name={name} />
        <div className={classes.who}>
          <h2 className={classes.name}>
            <button type="button" className={classes.open} onClick={onOpen}>
              {name}
            </button>
          </h2>
          <p className={classes.traits}>
            {businessFunction} · {temperament}
          </p>
        </div>
        {adversarial && (
          <Badge variant="light" color="gray" className={classes.sceptic ?? ''}>
            Opposes
          </Badge>
        )}
      </div>
      <p className={classes.job}>{job}.</p>
      <dl className={classes.facts}>
        <div>
          <dt>Prevents</dt>
          <dd>{lossFunction}</dd>
        </div>
        <div>
          <dt>Method</dt>
          <dd>{method}</dd>
        </div>
      </dl>
    </li>
  );
}
