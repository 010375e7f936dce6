import { randomUUID } from 'node:crypto';
import type { Arrange, IsolationExpectations, Row } from '@commons/shared-db/testing';
import { fromFile, heldProfile } from './held-profile.ts';

const catalogueRights = {
  owner: { select: 1 },
  stranger: { select: 1 },
  service: { select: 1, insert: 1, update: 1 },
} as const;

const held = { owner: { select: 1, insert: 1, update: 1 } } as const;
const heldAndRemoved = { owner: { ...held.owner, delete: 1 } } as const;

async function heldSession(arrange: Arrange): Promise<Row> {
  const profile = await heldProfile(arrange);
  return arrange.insert('grace.sessions', {
    profile_id: profile.id,
    title: 'Gardens',
    started_at: '2026-11-01T10:00:00Z',
  });
}

const topic = () => ({
  id: `topic-${randomUUID().slice(0, 8)}`,
  title: 'Gardens',
  keywords: ['garden'],
  openers: ['Shall we talk about gardens?'],
  questions: [],
  version: 1,
});

/** Who may do what with the tables of the companion. */
export const companionIsolation: IsolationExpectations = {
  'grace.topics': {
    row: topic,
    change: { title: 'Flowers' },
    rights: catalogueRights,
    ownerColumn: null,
  },
  'grace.activities': {
    row: async ({ insert }) => ({
      id: `activity-${randomUUID().slice(0, 8)}`,
      topic_id: (await insert('grace.topics', topic())).id,
      title: 'Water a plant',
      invitation: 'Shall we water a plant?',
      version: 1,
    }),
    change: { title: 'Water two plants' },
    rights: catalogueRights,
    ownerColumn: null,
  },
  'grace.topic_preferences': {
    row: async (arrange) => ({
      id: randomUUID(),
      profile_id: (await heldProfile(arrange)).id,
      words: 'the hospital',
      preference: 'avoid',
    }),
    change: { preference: 'favourite' },
    rights: { ...heldAndRemoved, ...fromFile },
    ownerColumn: null,
  },
  'grace.life_story_entries': {
    row: async (arrange) => ({
      id: randomUUID(),
      profile_id: (await heldProfile(arrange)).id,
      text: 'Margaret was a nurse in Leeds.',
      source: 'Amara',
    }),
    change: { text: 'Margaret was a midwife in Leeds.' },
    rights: { ...heldAndRemoved, ...fromFile },
    ownerColumn: null,
  },
  'grace.sessions': {
    row: async (arrange) => ({
      id: randomUUID(),
      profile_id: (await heldProfile(arrange)).id,
      title: 'Gardens',
      started_at: '2026-11-01T10:00:00Z',
    }),
    change: { ended_at: '2026-11-01T10:20:00Z' },
    rights: { ...held, ...fromFile },
    ownerColumn: null,
  },
  'grace.chat_turns': {
    row: async (arrange) => {
      const { id, profile_id } = await heldSession(arrange);
      return {
        id: randomUUID(),
        profile_id,
        session_id: id,
        position: 1,
        role: 'companion',
        content: 'Hello.',
        status: 'complete',
      };
    },
    change: { content: 'Good morning.' },
    rights: { ...held, ...fromFile },
    ownerColumn: null,
  },
  'grace.session_summaries': {
    row: async (arrange) => {
      const { id, profile_id } = await heldSession(arrange);
      return {
        id: randomUUID(),
        profile_id,
        session_id: id,
        title: 'Gardens',
        talked_from: '2026-11-01T10:00:00Z',
        talked_until: '2026-11-01T10:20:00Z',
        sentences: [],
        source: 'extract',
      };
    },
    change: { seen_at: '2026-11-01T10:21:00Z' },
    rights: { ...held, ...fromFile },
    ownerColumn: null,
  },
  'grace.safety_alerts': {
    row: async (arrange) => {
      const session = await heldSession(arrange);
      const turn = await arrange.insert('grace.chat_turns', {
        profile_id: session.profile_id,
        session_id: session.id,
        position: 1,
        role: 'person',
        content: 'I have fallen.',
        status: 'complete',
      });
      return {
        id: randomUUID(),
        profile_id: session.profile_id,
        turn_id: turn.id,
        kind: 'fall',
        phrase: 'I have fallen',
        phrases_version: 1,
      };
    },
    change: { acknowledged_name: 'Amara' },
    rights: held,
    ownerColumn: null,
  },
};
