import type { SummarySentence } from '../../companion/summary.ts';

/** Something of Margaret's life, as her family told it. */
export const demoStory = [
  {
    text: 'Margaret grew up in Enugu, the eldest of five. She carried the youngest on her back to market.',
    people: [],
    fromYear: 1946,
    toYear: 1964,
    source: 'Margaret herself',
  },
  {
    text: 'She came to Leeds by ship and train with one green suitcase, to learn to be a nurse.',
    people: [],
    fromYear: 1965,
    toYear: null,
    source: 'Margaret herself',
  },
  {
    text: 'She worked as a night nurse for twenty-six years and knew every patient by name.',
    people: ['Joan'],
    fromYear: 1968,
    toYear: 1994,
    source: 'Joan, who worked with her',
  },
  {
    text: 'She sang alto in the choir of her church, and practised while she ironed.',
    people: [],
    fromYear: 1970,
    toYear: null,
    source: 'Amara, her daughter',
  },
  {
    text: 'She grew yellow roses behind the house and gave one to every visitor.',
    people: [],
    fromYear: null,
    toYear: null,
    source: 'Amara, her daughter',
  },
  {
    text: 'Every August the family took the train to Whitby. Margaret always bought the ice cream.',
    people: ['Amara', 'Ben'],
    fromYear: 1978,
    toYear: 1990,
    source: 'Ben, her son',
  },
  {
    text: 'On Sundays there was jollof rice, and the door stood open for the neighbours.',
    people: [],
    fromYear: null,
    toYear: null,
    source: 'Amara, her daughter',
  },
] as const;

export const demoPreferences = [
  { topicId: 'music', words: null, preference: 'favourite' },
  { topicId: 'gardens', words: null, preference: 'favourite' },
  { topicId: null, words: 'the boat crossing', preference: 'avoid' },
  { topicId: 'school', words: null, preference: 'avoid' },
] as const;

interface DemoSession {
  topicId: string;
  title: string;
  daysAgo: number;
  minutes: number;
  isShared: boolean;
  turns: readonly { role: 'person' | 'companion'; content: string; choices?: readonly [string, string] }[];
  /** Sentences with the numbers of their turns. */
  summary: readonly (Pick<SummarySentence, 'text'> & { turns: readonly number[] })[];
}

export const demoSessions: readonly DemoSession[] = [
  {
    topicId: 'gardens',
    title: 'Gardens',
    daysAgo: 3,
    minutes: 9,
    isShared: true,
    turns: [
      {
        role: 'companion',
        content: 'A garden changes with every season. Do you like flowers or vegetables better?',
        choices: ['Flowers', 'Vegetables'],
      },
      { role: 'person', content: 'Flowers. I had yellow roses, you know.' },
      {
        role: 'companion',
        content: 'Yellow roses are a happy sight. Would you rather plant something or sit and look?',
        choices: ['Plant', 'Sit and look'],
      },
      { role: 'person', content: 'Sit and look now. My knees have done their share.' },
      {
        role: 'companion',
        content: 'Then we sit and look together. Is spring or summer better in a garden?',
      },
      { role: 'person', content: 'June. Everything is out in June.' },
    ],
    summary: [
      { text: 'Margaret talked about her yellow roses.', turns: [2] },
      { text: 'She likes to sit and look at a garden now, and made a joke about her knees.', turns: [4] },
      { text: 'June is her month.', turns: [6] },
    ],
  },
  {
    topicId: 'music',
    title: 'Music and songs',
    daysAgo: 1,
    minutes: 6,
    isShared: false,
    turns: [
      {
        role: 'companion',
        content: 'Music can bring a whole day back. Do you like singing or listening more?',
        choices: ['Singing', 'Listening'],
      },
      { role: 'person', content: 'Singing! I was an alto. I practised while I ironed.' },
      { role: 'companion', content: 'That must have been a lively kitchen. Slow songs or lively ones?' },
      { role: 'person', content: 'Slow ones, for the ironing.' },
    ],
    summary: [
      { text: 'Margaret told how she practised her alto part while she ironed.', turns: [2] },
      { text: 'Slow songs were best for that, she said.', turns: [4] },
    ],
  },
];
