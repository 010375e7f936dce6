import { type DecisionTemplate, doNothing, option } from './decision-template.ts';

export const move: DecisionTemplate = {
  id: 'move',
  title: 'Move to another place',
  summary: 'Another town, country or home calls, and much would change.',
  problem: 'Should we move from [place] to [place] in [year]?',
  context:
    'Who would move: [people and ages]\nWork and school there: [what is known]\nWhat housing costs here and there: [amounts]\nWhom we would leave behind: [people]',
  reversibility: 'costly',
  subQuestions: [
    'What do we hope to find there that we cannot have here?',
    'What happens to work, school and care?',
    'What does it cost, once and every month?',
    'How could we try it before we give up what we have?',
  ],
  options: [
    option('Move for good', 'Give up the home here and settle there.'),
    option('Try it for a time', 'A few months there, with the home here kept or let.'),
    option('Move nearby', 'Another home within reach of what we have.'),
    doNothing('Stay, and see what would make it better here.'),
  ],
  criteria: ['Daily life', 'Money once and every month', 'Closeness to people', 'Ease of coming back'],
  panel: ['place_scout', 'family_mediator', 'options_keeper', 'future_self', 'inverter'],
};
