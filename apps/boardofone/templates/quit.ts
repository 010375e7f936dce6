import { type DecisionTemplate, doNothing, option } from './decision-template.ts';

export const quit: DecisionTemplate = {
  id: 'quit',
  title: 'Leave a job',
  summary: 'You think about quitting, with or without something else in hand.',
  problem: 'Should I leave my job as [role] at [employer]?',
  context:
    'What I would leave for: [another job, a break, nothing yet]\nHow many months I could live without pay: [number]\nWhat is wrong today, and since when: [what happened]\nWho depends on my income: [people]',
  reversibility: 'irreversible',
  subQuestions: [
    'Is it the work, the people or the place that I want to leave?',
    'What would have to change for me to stay gladly?',
    'How long does the money last in a bad year?',
    'What would I regret more in five years?',
  ],
  options: [
    option('Give notice now', 'Leave after the notice period, whatever comes next.'),
    option('Look first, then leave', 'Search while employed, and leave with an offer in hand.'),
    option('Ask for a change', 'Propose other work, hours or a leave, and decide after the answer.'),
    doNothing('Stay as it is, and look again at a date that is set today.'),
  ],
  criteria: [
    'Health',
    'Money for the next year',
    'Where it leads in five years',
    'Effect on those close to me',
  ],
  panel: [
    'career_cartographer',
    'household_treasurer',
    'future_self',
    'honest_friend',
    'status_quo_advocate',
  ],
};
