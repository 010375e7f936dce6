import { type DecisionTemplate, doNothing, option } from './decision-template.ts';

export const buildOrBuy: DecisionTemplate = {
  id: 'build-or-buy',
  title: 'Build it or buy it',
  summary: 'You need a tool or a part, and could make it yourselves.',
  problem: 'Should we build [tool or part] ourselves, or buy [product]?',
  context:
    'What it must do: [the few things that matter]\nWho would build and keep it: [names and time]\nWhat the product costs in three years: [amount]\nWhat we use today: [how it is done]',
  reversibility: 'costly',
  subQuestions: [
    'Is this what we are better at than others?',
    'What does each way cost over three years, upkeep included?',
    'How would we leave again, and with what data?',
    'What is not done while we build?',
  ],
  options: [
    option('Build it', 'Our own, as we need it, with its upkeep for as long as we use it.'),
    option('Buy it', 'A product as it is, with its terms and its limits.'),
    option(
      'Buy now, build later if needed',
      'A product for a year, with the way out prepared from the start.',
    ),
    doNothing('Go on with what we use today.'),
  ],
  criteria: ['Cost over three years', 'Time until it is of use', 'Fit with what we need', 'Freedom to leave'],
  panel: ['first_principles_builder', 'maintainer', 'contract_reader', 'cost_of_delay_planner', 'red_teamer'],
};
