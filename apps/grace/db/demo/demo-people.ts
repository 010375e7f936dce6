import type { DemoPerson } from '@commons/api';

/** Those who help Amara to care for her mother. */
export const demoPeople: readonly DemoPerson[] = [
  {
    name: 'Chioma Okafor',
    email: 'chioma@demo.example',
    about: 'Margaret’s daughter: changes medicines and times.',
  },
  { name: 'Ben Okafor', email: 'ben@demo.example', about: 'Margaret’s son: records doses and notes.' },
  { name: 'Kim Lee', email: 'kim@demo.example', about: 'Margaret’s neighbour: looks, and changes nothing.' },
];
