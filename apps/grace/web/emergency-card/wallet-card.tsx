import type { ReactNode } from 'react';
import type { EmergencyCard } from '../client.ts';
import { formatDate } from '../formats/format-date.ts';
import { formatInstant } from '../formats/format-time.ts';
import classes from './card.module.css';

/** Two sides of 85.6 by 54 mm, only on paper: what fits of the card, and where the rest is when it does not. */
export function WalletCard({ card, code }: { card: EmergencyCard; code?: ReactNode }) {
  const { allergies, conditions, medications, contacts } = card;
  return (
    <div className={classes.wallet} aria-hidden="true">
      <div className={classes.side}>
        <strong className={classes.walletName}>{card.fullName}</strong>
        <span>
          {[
            card.dateOfBirth && `Born ${formatDate(card.dateOfBirth, 'long')}`,
            card.bloodType && `Blood ${card.bloodType}`,
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
        <span>
          <strong>ALLERGIES</strong>{' '}
          {allergies.map(({ substance }) => substance).join(', ') || 'none on record'}
        </span>
        <span>
          <strong>HAS</strong> {conditions.map(({ name }) => name).join(', ') || 'none on record'}
        </span>
        {contacts.slice(0, 3).map(({ name, phone }) => (
          <span key={name + phone}>
            <strong>CALL</strong> {name} {phone}
          </span>
        ))}
      </div>
      <div className={classes.side}>
        {code}
        <span>
          <strong>TAKES</strong>{' '}
          {medications.map(({ name, strength }) => `${name} ${strength}`.trim()).join(', ') ||
            'none on record'}
        </span>
        {card.directives && (
          <span>
            <strong>WISHES</strong> {card.directives}
          </span>
        )}
        {card.doctor && (
          <span>
            <strong>DOCTOR</strong> {card.doctor}
          </span>
        )}
        <span>Updated {formatInstant(card.timeZone, card.updatedAt)}</span>
      </div>
    </div>
  );
}
