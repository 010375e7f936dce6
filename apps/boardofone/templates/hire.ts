import { type DecisionTemplate, doNothing, option } from './decision-template.ts';

export const hire: DecisionTemplate = {
  id: 'hire',
  title: 'Hire somebody',
  summary: 'Work has piled up, and you wonder whether another person is the answer.',
  problem: 'Should we hire [role] now, to [what they would take over]?',
  context:
    'Who does the work today: [names and hours]\nWhat is left undone: [examples]\nWhat the role would cost in a year: [amount]\nWhat we can spend: [amount]',
  reversibility: 'costly',
  subQuestions: [
    'What exactly is not getting done, and what does that cost?',
    'Will the work still be there in a year?',
    'What would have to be true of the person in the first ninety days?',
    'Could the work be dropped, simplified or bought instead?',
  ],
  options: [
    option(
      'Hire an employee',
      'A permanent position, with the search, the start and the commitment that belong to it.',
    ),
    option(
      'Engage somebody for a time',
      'A freelancer or agency for a defined piece of work with an end date.',
    ),
    option('Rearrange the work', 'Drop, automate or redistribute tasks among those who are here.'),
    doNothing('Go on as it is, and look again at a date that is set today.'),
  ],
  criteria: [
    'Cash needed in the next twelve months',
    'Time until the work gets done',
    'Strain on those who are here',
    'How easily it can be undone',
  ],
  panel: ['hiring_sceptic', 'people_partner', 'cash_guardian', 'constraint_finder', 'subtraction_editor'],
};
