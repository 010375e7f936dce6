import { Badge } from '@mantine/core';
import type { PersonaDetail } from '../client.ts';
import { PersonaFace } from './persona-face.tsx';
import classes from './personas.module.css';

/** How a persona argues, where it is blind, and word for word what the model is told. */
export function PersonaDetails({ persona }: { persona: PersonaDetail }) {
  const { name, job, businessFunction, temperament, method, lossFunction, expertise } = persona;
  return (
    <article className={classes.details}>
      <div className={classes.head}>
        <PersonaFace name={name} size={56} />
        <div className={classes.who}>
          <h3 className={classes.detailName}>{name}</h3>
          <p className={classes.traits}>
            {businessFunction} · {temperament}
          </p>
        </div>
        {persona.adversarial && (
          <Badge variant="light" color="gray" className={classes.sceptic ?? ''}>
            Opposes
          </Badge>
        )}
      </div>
      {persona.isRetired && (
        <p className={classes.retired}>Joins no new panels. Sessions that have this persona keep it.</p>
      )}
      <p className={classes.job}>{job}.</p>
      <dl className={classes.sections}>
        <div>
          <dt>Is there to prevent</dt>
          <dd>{lossFunction}</dd>
        </div>
        <div>
          <dt>Method</dt>
          <dd>{method}</dd>
        </div>
        <div>
          <dt>Pays attention to</dt>
          <dd>{expertise}</dd>
        </div>
        <div>
          <dt>Blind spots</dt>
          <dd>
            <ul>
              {persona.blindSpots.map((blindSpot) => (
                <li key={blindSpot}>{blindSpot}</li>
              ))}
            </ul>
          </dd>
        </div>
      </dl>
      <section className={classes.prompt} aria-labelledby="persona-prompt">
        <h4 id="persona-prompt">What the model is told</h4>
        {persona.systemPrompt.split('\n\n').map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
        <p className={classes.version}>Version {persona.version}</p>
      </section>
    </article>
  );
}
