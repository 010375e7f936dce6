/** A question that can be answered by choosing. */
export interface TopicQuestion {
  text: string;
  choices: [string, string];
}

/** What one can talk about. */
export interface Topic {
  id: string;
  title: string;
  keywords: readonly string[];
  openers: readonly string[];
  questions: readonly TopicQuestion[];
}

/** A small thing to do together. */
export interface Activity {
  id: string;
  topicId: string;
  title: string;
  invitation: string;
}

/** Something that a person likes to talk about, or does not: a topic, or words of their own. */
export interface TopicPreference {
  topicId: string | null;
  words: string | null;
  preference: 'favourite' | 'avoid';
}

/** Something of a person's life, with who told it. */
export interface LifeStoryEntry {
  id: string;
  text: string;
  people: readonly string[];
  fromYear: number | null;
  toYear: number | null;
  source: string;
}
