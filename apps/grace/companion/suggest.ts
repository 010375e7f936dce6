import type { Choices } from './choices.ts';
import { seededOrder } from './seeded-order.ts';
import type { Activity, LifeStoryEntry, Topic, TopicPreference } from './topic.ts';
import { mentions } from './words.ts';

/** Everything that suggestions are made from. */
export interface SuggestionMaterial {
  topics: readonly Topic[];
  activities: readonly Activity[];
  preferences: readonly TopicPreference[];
  story: readonly LifeStoryEntry[];
}

/** Something to talk about, and how the conversation begins. */
export interface Suggestion {
  /** Stays the same from list to list. */
  key: string;
  topicId: string | null;
  title: string;
  reason: 'story' | 'favourite' | 'activity' | 'topic';
  opening: string;
  choices: Choices;
}

/** What is chosen to have another list of suggestions. */
export const somethingElse = 'Something else';

const quoteMax = 160;
const titleMax = 50;

/** Words of everything that the person would rather not talk about. */
export function avoidedTerms({
  topics,
  preferences,
}: Pick<SuggestionMaterial, 'topics' | 'preferences'>): string[] {
  return preferences
    .filter(({ preference }) => preference === 'avoid')
    .flatMap(({ topicId, words }) => {
      const topic = topics.find(({ id }) => id === topicId);
      return [...(words === null ? [] : [words]), ...(topic ? [topic.title, ...topic.keywords] : [])];
    });
}

/**
 * What to talk about: from the life story, from favourites, from activities, and other topics, in turns; another `seed` gives
 * another order. What the person would rather not talk about is in none of them.
 */
export function suggest(material: SuggestionMaterial, seed: number, count = 4): Suggestion[] {
  const { topics, activities, preferences, story } = material;
  const avoided = avoidedTerms(material);
  const isAvoidedTopic = (id: string | null) =>
    preferences.some(
      ({ topicId, preference }) => topicId !== null && topicId === id && preference === 'avoid',
    );
  const isWelcome = ({ topicId, title, opening, choices }: Suggestion) =>
    !isAvoidedTopic(topicId) && !mentions([title, opening, ...choices].join('\n'), avoided);
  const isFavourite = (topic: Topic) =>
    preferences.some(({ topicId, preference }) => topicId === topic.id && preference === 'favourite');
  const ownFavourites = preferences.flatMap(({ words, preference }) =>
    words !== null && preference === 'favourite' ? [words] : [],
  );
  const kinds = [
    story.map((entry) => fromStory(entry, topics)),
    [
      ...topics.filter(isFavourite).map((topic) => fromTopic(topic, 'favourite', seed)),
      ...ownFavourites.map(fromWords),
    ],
    activities.map(fromActivity),
    topics.filter((topic) => !isFavourite(topic)).map((topic) => fromTopic(topic, 'topic', seed)),
  ].map((kind, index) => seededOrder(kind.filter(isWelcome), seed + index));
  const longest = Math.max(...kinds.map(({ length }) => length));
  return Array.from({ length: longest }, (_, round) => kinds.flatMap((kind) => kind.slice(round, round + 1)))
    .flat()
    .slice(0, count);
}

function fromTopic(topic: Topic, reason: 'favourite' | 'topic', seed: number): Suggestion {
  const [opener = `Shall we talk about this: ${topic.title}?`] = seededOrder(topic.openers, seed);
  const [question] = seededOrder(topic.questions, seed);
  const isAsked = opener.endsWith('?') || !question;
  return {
    key: `topic:${topic.id}`,
    topicId: topic.id,
    title: topic.title,
    reason,
    opening: isAsked ? opener : `${opener} ${question.text}`,
    choices: isAsked ? ['Yes, please', somethingElse] : question.choices,
  };
}

const fromWords = (words: string): Suggestion => ({
  key: `words:${words}`,
  topicId: null,
  title: words.slice(0, 60),
  reason: 'favourite',
  opening: `You like to talk about ${words}. Shall we do that?`,
  choices: ['Yes, please', somethingElse],
});

function fromStory({ id, text, source }: LifeStoryEntry, topics: readonly Topic[]): Suggestion {
  const topic = topics.find(({ keywords }) => mentions(text, keywords));
  return {
    key: `story:${id}`,
    topicId: topic?.id ?? null,
    title: shortened(text, titleMax),
    reason: 'story',
    opening: `I have this in your story, from ${source}: “${shortened(text, quoteMax)}” Shall we talk about that?`,
    choices: ['Yes, please', somethingElse],
  };
}

/** Cut between two words. */
const shortened = (text: string, max: number) =>
  text.length > max ? `${text.slice(0, max).replace(/[\s.,;:]+\S*$/, '')} …` : text;

const fromActivity = ({ id, topicId, title, invitation }: Activity): Suggestion => ({
  key: `activity:${id}`,
  topicId,
  title,
  reason: 'activity',
  opening: invitation,
  choices: ['Yes, please', somethingElse],
});
