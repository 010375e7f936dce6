import { Button, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { Contact } from '../../server/emergency-card/schemas.ts';
import classes from './card.module.css';

interface ContactFieldsProps {
  contacts: readonly Contact[];
  problems: Record<string, string>;
  onChange: (contacts: Contact[]) => void;
}

const fields = [
  { key: 'name', label: 'Name' },
  { key: 'relation', label: 'Relation' },
  { key: 'phone', label: 'Phone' },
] as const;
const contactsMax = 8;

/** Whom to call, the first one first. */
export function ContactFields({ contacts, problems, onChange }: ContactFieldsProps) {
  return (
    <fieldset className={classes.contacts}>
      <legend>Whom to call, the first one first</legend>
      {contacts.map((contact, at) => (
        <div key={at} className={classes.contact}>
          {fields.map(({ key, label }) => (
            <TextInput
              key={key}
              label={`${label} of contact ${at + 1}`}
              type={key === 'phone' ? 'tel' : 'text'}
              value={contact[key]}
              onChange={({ currentTarget }) =>
                onChange(contacts.with(at, { ...contact, [key]: currentTarget.value }))
              }
              error={problems[`contacts.${at}.${key}`]}
            />
          ))}
          <Button variant="subtle" color="gray" onClick={() => onChange(contacts.toSpliced(at, 1))}>
            Take out
          </Button>
        </div>
      ))}
      {contacts.length < contactsMax && (
        <div>
          <Button
            variant="default"
            leftSection={<IconPlus size={18} stroke={1.8} />}
            onClick={() => onChange([...contacts, { name: '', relation: '', phone: '' }])}
          >
            Add somebody
          </Button>
        </div>
      )}
    </fieldset>
  );
}
