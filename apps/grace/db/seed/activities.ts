import type { Activity } from '../../companion/topic.ts';

/** Small things to do together, each near a topic. */
export const catalogueActivities: readonly Activity[] = [
  {
    id: 'water-a-plant',
    topicId: 'gardens',
    title: 'Water a plant',
    invitation: 'Shall we water a plant together?',
  },
  {
    id: 'look-at-seeds',
    topicId: 'gardens',
    title: 'Look out at the garden',
    invitation: 'Shall we look out of the window and tell what grows there?',
  },
  {
    id: 'plan-a-cake',
    topicId: 'cooking',
    title: 'Plan a cake',
    invitation: 'Shall we think up a cake together?',
  },
  {
    id: 'lay-the-table',
    topicId: 'cooking',
    title: 'Lay a table',
    invitation: 'Shall we lay the table for two?',
  },
  {
    id: 'sing-a-song',
    topicId: 'music',
    title: 'Sing a song',
    invitation: 'Shall we sing something together?',
  },
  {
    id: 'hum-along',
    topicId: 'music',
    title: 'Hum along',
    invitation: 'Shall we put on a record and hum along?',
  },
  {
    id: 'dance-in-the-chair',
    topicId: 'dancing',
    title: 'Dance in the chair',
    invitation: 'Shall we dance with our hands for a moment?',
  },
  {
    id: 'sort-buttons',
    topicId: 'sewing',
    title: 'Sort buttons',
    invitation: 'Shall we sort some buttons by colour?',
  },
  {
    id: 'wind-wool',
    topicId: 'sewing',
    title: 'Wind some wool',
    invitation: 'Shall we wind a ball of wool?',
  },
  {
    id: 'watch-birds',
    topicId: 'animals',
    title: 'Watch the birds',
    invitation: 'Shall we look for a bird outside?',
  },
  {
    id: 'stroke-a-pet',
    topicId: 'animals',
    title: 'Sit with an animal',
    invitation: 'Shall we sit with an animal for a while?',
  },
  {
    id: 'look-at-photos',
    topicId: 'home',
    title: 'Look at photographs',
    invitation: 'Shall we look at some photographs?',
  },
  {
    id: 'fold-towels',
    topicId: 'home',
    title: 'Fold towels',
    invitation: 'Shall we fold some towels together?',
  },
  { id: 'play-cards', topicId: 'sport', title: 'Play cards', invitation: 'Shall we play a round of cards?' },
  {
    id: 'throw-a-ball',
    topicId: 'sport',
    title: 'Throw a soft ball',
    invitation: 'Shall we throw a soft ball to and fro?',
  },
  {
    id: 'listen-to-shells',
    topicId: 'seaside',
    title: 'Listen to a shell',
    invitation: 'Shall we hold a shell to the ear?',
  },
  {
    id: 'plan-a-trip',
    topicId: 'travel',
    title: 'Plan a journey',
    invitation: 'Shall we plan a journey that we need not make?',
  },
  {
    id: 'read-aloud',
    topicId: 'films',
    title: 'Read something aloud',
    invitation: 'Shall we read a page aloud?',
  },
  {
    id: 'light-a-candle',
    topicId: 'faith',
    title: 'A quiet minute',
    invitation: 'Shall we sit quietly for a minute?',
  },
  {
    id: 'feel-the-weather',
    topicId: 'weather',
    title: 'Feel the weather',
    invitation: 'Shall we open the window and feel the air?',
  },
  {
    id: 'write-a-card',
    topicId: 'celebrations',
    title: 'Write a card',
    invitation: 'Shall we write a card to somebody?',
  },
];
