import type { AllergyCategory, AllergySeverity, Form, MedicationAction, Route } from './schemas.ts';

/** What people read for the words that are stored. */
export const formLabels: Record<Form, string> = {
  tablet: 'Tablet',
  capsule: 'Capsule',
  liquid: 'Liquid',
  drops: 'Drops',
  injection: 'Injection',
  inhaler: 'Inhaler',
  spray: 'Spray',
  patch: 'Patch',
  cream: 'Cream, ointment or gel',
  suppository: 'Suppository',
  powder: 'Powder or sachet',
  lozenge: 'Lozenge',
  other: 'Something else',
};

export const routeLabels: Record<Route, string> = {
  oral: 'By mouth',
  sublingual: 'Under the tongue',
  inhaled: 'Breathed in',
  nasal: 'Into the nose',
  eye: 'Into the eye',
  ear: 'Into the ear',
  skin: 'On the skin',
  subcutaneous: 'Injected under the skin',
  intramuscular: 'Injected into a muscle',
  rectal: 'Into the bottom',
  vaginal: 'Into the vagina',
  other: 'Another way',
};

export const categoryLabels: Record<AllergyCategory, string> = {
  medicine: 'Medicine',
  food: 'Food',
  environment: 'Something else',
  none_known: 'No known allergies',
};

export const severityLabels: Record<AllergySeverity, string> = {
  mild: 'Mild',
  moderate: 'Moderate',
  severe: 'Severe',
  unknown: 'Not known',
};

export const actionLabels: Record<MedicationAction, string> = {
  added: 'Added',
  edited: 'Details changed',
  rescheduled: 'Schedule changed',
  held: 'Put on hold',
  resumed: 'Taken up again',
  stopped: 'Stopped',
  restarted: 'Started again',
};
