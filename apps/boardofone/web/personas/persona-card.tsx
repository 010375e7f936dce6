import { Badge } from '@mantine/core';
import { Link } from 'wouter';
import type { Persona } from '../client.ts';
import { PersonaFace } from './persona-face.tsx';
import classes from './personas.module.css';

interface PersonaCardProps {
  persona: Persona;
  /** Of the name, below that of the part of the page. */
  heading: 'h2' | 'h3';
  onOpen: () => void;
}

/** One persona; the whole card opens the details, or the page of a voice of one's own. */
export function PersonaCard({ persona, heading: Heading, onOpen }: PersonaCardProps) {
  const { code, name, job, businessFunction, temperament, method, lossFunction, adversarial } = persona;
  return (
    <li className={classes.card}>
      <div className={classes.head}>
        <PersonaFace name={name} />
        <div className={classes.who}>
          <Heading className={classes.name}>
            {persona.isMine ? (
              <Link href={`/personas/${code}`} className={classes.open}>
                {name}
              </Link>
            ) : (
              <button type="button" className={classes.open} onClick={onOpen}>
                {name}
              </button>
            )}
          </Heading>
          <p className={classes.traits}>
            {businessFunction} · {temperament}
          </p>
        </div>
        {(persona.isArchived || adversarial) && (
          <Badge variant="light" color="gray" className={classes.sceptic ?? ''}>
            {persona.isArchived ? 'Archived' : 'Opposes'}
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
