import fc from 'fast-check';
import { id, instant, type One, perhaps, written } from './any-values.ts';

const turn = fc.record({
  id,
  role: fc.constantFrom('person', 'companion'),
  kind: fc.constantFrom('talk', 'opening', 'dose', 'safety'),
  content: fc
    .string({ unit: 'grapheme', maxLength: 20 })
    .map((text) => text.replaceAll('\0', '').toWellFormed()),
  hasChoices: fc.boolean(),
  status: fc.constantFrom('complete', 'stopped', 'interrupted', 'error'),
  createdAt: instant,
});

const conversation = fc.record({
  id,
  title: written(80),
  at: instant,
  turns: fc.uniqueArray(turn, { maxLength: 3, selector: (one) => one.id }),
  summary: perhaps(
    fc.record({
      id,
      text: written(120),
      source: fc.constantFrom('extract', 'model'),
      isSeen: fc.boolean(),
      isShared: fc.boolean(),
    }),
  ),
});

/** What somebody has told, likes to talk about, and has talked about. */
export const anyStory = fc.record({
  entries: fc.array(
    fc.record({
      id,
      text: written(600),
      people: fc.array(written(40), { maxLength: 3 }),
      years: fc.constantFrom([null, null], [1931, null], [1950, 1962]),
      source: written(120),
      version: fc.integer({ min: 1, max: 9 }),
      createdAt: instant,
      updatedAt: instant,
    }),
    { maxLength: 2 },
  ),
  preferences: fc.uniqueArray(
    fc.record({
      id,
      words: written(60),
      preference: fc.constantFrom('favourite', 'avoid'),
      createdAt: instant,
    }),
    { maxLength: 2, selector: (one) => one.words },
  ),
  conversations: fc.uniqueArray(conversation, { maxLength: 3, selector: (one) => one.id }),
});

/** The lists of a file that come from it. */
export function storyOf(profileId: string, { entries, preferences, conversations }: One<typeof anyStory>) {
  return {
    lifeStory: entries.map(({ years: [fromYear, toYear], ...row }) => ({
      ...row,
      profileId,
      fromYear,
      toYear,
    })),
    topicPreferences: preferences.map((row) => ({ ...row, profileId, topicId: null })),
    // All but the first have ended.
    chats: conversations.map(({ id: sessionId, title, at }, index) => ({
      id: sessionId,
      profileId,
      topicId: null,
      title,
      startedAt: at,
      endedAt: index === 0 ? null : at,
    })),
    chatTurns: conversations.flatMap(({ id: sessionId, turns }) =>
      turns.map(({ hasChoices, ...row }, index) => ({
        ...row,
        profileId,
        sessionId,
        position: index + 1,
        choices: hasChoices ? ['Yes', 'No'] : [],
        leaseExpiresAt: null,
        errorCode: row.status === 'error' ? 'UNAVAILABLE' : null,
        updatedAt: row.createdAt,
      })),
    ),
    chatSummaries: conversations.flatMap(({ id: sessionId, title, at, turns, summary }) => {
      if (!summary) return [];
      const { isSeen, isShared, text, ...row } = summary;
      return [
        {
          ...row,
          profileId,
          sessionId,
          title,
          talkedFrom: at,
          talkedUntil: at,
          sentences: [{ text, turnIds: turns.map((one) => one.id) }],
          seenAt: isSeen || isShared ? at : null,
          sharedAt: isShared ? at : null,
          createdAt: at,
        },
      ];
    }),
  };
}
