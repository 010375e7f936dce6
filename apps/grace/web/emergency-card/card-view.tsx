import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { EmergencyCard } from '../client.ts';
import { formatDate } from '../formats/format-date.ts';
import { formatInstant } from '../formats/format-time.ts';
import { inReadersClock } from '../formats/in-readers-clock.ts';
import { PersonPhoto } from '../profiles/person-photo.tsx';
import classes from './card.module.css';
import { severityWords } from './card-words.ts';

/** The card as a whole: large on the screen, one page on paper. */
export function CardView({ card, code }: { card: EmergencyCard; code?: ReactNode }) {
  const { allergies, conditions, medications, contacts } = card;
  return (
    <article className={classes.card} aria-label={`Emergency card of ${card.fullName}`}>
      <header className={classes.who}>
        <PersonPhoto person={card} size={72} />
        <div className={classes.name}>
          <Title order={1}>{card.fullName}</Title>
          <p className={classes.facts}>
            {card.dateOfBirth && <span>Born {formatDate(card.dateOfBirth, 'long')}</span>}
            {card.bloodType && <span>Blood type {card.bloodType}</span>}
            {card.language && <span>Speaks {card.language}</span>}
          </p>
        </div>
        {code}
      </header>
      <Part title="Allergies" isWarning={allergies.length > 0}>
        {allergies.map(({ substance, reaction, severity }) => (
          <li key={substance}>
            <strong>{substance}</strong>
            {severityWords[severity] && ` (${severityWords[severity]})`}
            {reaction && `: ${reaction}`}
          </li>
        ))}
      </Part>
      <Part title="Call">
        {contacts.map(({ name, relation, phone }) => (
          <li key={name + phone}>
            {name}
            {relation && `, ${relation}`}: <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</a>
          </li>
        ))}
      </Part>
      <Part title="Medicines now" isWide>
        {medications.map(({ name, strength, doses, indication, isHeld }) => (
          <li key={name + strength}>
            <strong>
              {name} {strength}
            </strong>
            {isHeld && ' (paused)'}
            {doses.map((dose) => (
              <span key={dose} className={classes.dose}>
                {inReadersClock(dose)}
              </span>
            ))}
            {indication && <span className={classes.reason}>{indication}</span>}
          </li>
        ))}
      </Part>
      <Part title="Conditions">
        {conditions.map(({ name, note }) => (
          <li key={name}>
            <strong>{name}</strong>
            {note && `: ${note}`}
          </li>
        ))}
      </Part>
      <div className={classes.stack}>
        <Words title="Wishes">{card.directives}</Words>
        <Words title="Doctor">{card.doctor}</Words>
        <Words title="Also good to know">{card.notes}</Words>
      </div>
      <p className={classes.updated}>Last updated {formatInstant(card.timeZone, card.updatedAt)}</p>
    </article>
  );
}

interface PartProps {
  title: string;
  children: ReactNode[];
  isWarning?: boolean;
  /** Over both columns, its entries side by side. */
  isWide?: boolean;
}

function Part({ title, children, isWarning, isWide }: PartProps) {
  return (
    <section className={classes.part} data-warning={isWarning} data-wide={isWide}>
      <Title order={2} className={classes.heading}>
        {title}
      </Title>
      {children.length === 0 ? <p>None on record</p> : <ul>{children}</ul>}
    </section>
  );
}

function Words({ title, children }: { title: string; children: string }) {
  if (!children) return null;
  return (
    <section className={classes.part}>
      <Title order={2} className={classes.heading}>
        {title}
      </Title>
      <p className={classes.words} dir="auto">
        {children}
      </p>
    </section>
  );
}
