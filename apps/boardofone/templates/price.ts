import { type DecisionTemplate, doNothing, option } from './decision-template.ts';

export const price: DecisionTemplate = {
  id: 'price',
  title: 'Change a price',
  summary: 'Costs, competitors or demand make you doubt what you charge.',
  problem: 'Should we change the price of [product or service] from [today] to [new price]?',
  context:
    'Units sold in a month: [number]\nWhat one costs us: [amount]\nWhat others charge: [examples]\nWhen we last changed it, and what happened: [story]',
  reversibility: 'costly',
  subQuestions: [
    'How many customers could we lose before the change costs more than it brings?',
    'Who would mind most, and what would they do?',
    'What do customers compare us with?',
    'Can we try it on a part first?',
  ],
  options: [
    option('Raise it for everybody', 'One new price from one day on, announced beforehand.'),
    option('Raise it for new customers only', 'Those who are with us keep what they pay.'),
    option('Change what is included', 'Another size, tier or bundle at the same price.'),
    doNothing('Keep the price, and set a date and a figure at which to look again.'),
  ],
  criteria: [
    'Profit after a year',
    'Customers kept',
    'Fairness to those who are with us',
    'Ease of going back',
  ],
  panel: ['price_setter', 'unit_economist', 'churned_customer', 'competitor_voice', 'experimentalist'],
};
