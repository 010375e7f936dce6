import { type DecisionTemplate, doNothing, option } from './decision-template.ts';

export const careForParent: DecisionTemplate = {
  id: 'care-for-parent',
  title: 'Care for a parent',
  summary: 'A parent needs more help than before, and the family has to find a way.',
  problem: 'How should [parent] be cared for from now on?',
  context:
    'What [parent] can and cannot do alone: [examples]\nWhat [parent] wants: [in their words]\nWho lives near, and what they can give: [people and hours]\nWhat there is to spend in a month: [amount]',
  reversibility: 'costly',
  subQuestions: [
    'What does our parent want, and have we asked?',
    'What help is needed today, and what in a year?',
    'What can each of us give without breaking?',
    'What does each way cost, and who pays?',
  ],
  options: [
    option('Help at home', 'Paid carers come to the home as often as needed.'),
    option('Live together', 'Our parent moves in with one of us, or one of us with them.'),
    option('Move into care', 'A place in assisted living or a care home.'),
    doNothing('Leave it as it is, and agree on the signs at which to meet again.'),
  ],
  criteria: [
    'What our parent wants',
    'Safety by day and by night',
    'What the carers can bear',
    'Money for as long as it lasts',
  ],
  panel: ['care_planner', 'absent_voice', 'family_mediator', 'household_treasurer', 'pre_mortem_host'],
};
