import { problemsByField } from '@commons/ui';
import { SaveCard } from '../../server/emergency-card/schemas.ts';
import type { EmergencyCard } from '../client.ts';

/** What the form holds: empty text where nothing is known. */
export type CardValues = Omit<SaveCard, 'profileId' | 'dateOfBirth' | 'bloodType'> & {
  dateOfBirth: string;
  bloodType: string;
};

export const valuesOf = (card: EmergencyCard): CardValues => ({
  dateOfBirth: card.dateOfBirth ?? '',
  bloodType: card.bloodType ?? '',
  directives: card.directives,
  language: card.language,
  doctor: card.doctor,
  notes: card.notes,
  contacts: card.contacts,
  version: card.version,
});

export const inputOf = (profileId: string, values: CardValues) => ({
  ...values,
  profileId,
  dateOfBirth: values.dateOfBirth || null,
  bloodType: (values.bloodType || null) as SaveCard['bloodType'],
});

/** What a draft kept; nothing when there is none or it is damaged. */
export function readDraftValues(text: string): CardValues | null {
  try {
    const values = JSON.parse(text);
    return Array.isArray(values?.contacts) ? values : null;
  } catch {
    return null;
  }
}

/** What is wrong with the input, by field as "contacts.0.phone", in the words of the server. */
export function problemsIn(input: ReturnType<typeof inputOf>): Record<string, string> {
  return problemsByField(SaveCard.safeParse(input).error?.issues, (path) => path.join('.'));
}
