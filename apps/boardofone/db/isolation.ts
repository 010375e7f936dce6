import { createHash, randomUUID } from 'node:crypto';
import { type Arrange, type IsolationExpectations, ownedRows, type Row } from '@commons/shared-db/testing';

const session = ({ ownerId, insert }: Arrange, more: Row = {}): Promise<Row> =>
  insert('boardofone.sessions', { user_id: ownerId, problem: 'Do we hire?', seed: 1, ...more });

/** A session that came to something. */
const completed = { status: 'completed', completed_at: new Date(0) };

/** A session, and what every row of it begins with. */
async function inSession(arrange: Arrange, more?: Row): Promise<Row> {
  const { id } = await session(arrange, more);
  return { user_id: arrange.ownerId, session_id: id };
}

/** A version of the mail that a notice is about; both people of a test share it. */
async function completedTemplate({ sql }: Arrange): Promise<number> {
  await sql`
    insert into boardofone.mail_templates ${sql({ ...template(), name: 'completed' })} on conflict do nothing`;
  return 1;
}

/** The hash of a token of this person, as a function has it that was given the token. */
async function tokenInHand({ ownerId, sql }: Arrange): Promise<string> {
  const tokenHash = createHash('sha256').update(ownerId).digest('hex');
  await sql`select set_config('boardofone.share_token', ${`${tokenHash} ${ownerId}`}, true)`;
  return tokenHash;
}

/** A session with one seat and one option. */
async function atTheTable(arrange: Arrange): Promise<{ within: Row; seat: Row; option: Row }> {
  const within = await inSession(arrange);
  return {
    within,
    seat: await arrange.insert('boardofone.seats', { ...within, ...zara }),
    option: await arrange.insert('boardofone.options', { ...within, ...nothing }),
  };
}

const zara = {
  position: 1,
  persona_code: 'growth_hacker',
  persona_version: 1,
  name: 'Zara Morales',
  job: 'Finds the next thousand customers',
  is_adversarial: false,
  system_prompt: 'You look for growth.',
  reason: 'It is about growth.',
};
const call = {
  step: 'initial_round:1:a',
  purpose: 'position',
  round_number: 1,
  reserved_cost: '0.01',
  prompt_hash: 'hash',
};
const nothing = { position: 1, label: 'Do nothing' };

const wording = {
  version: 1,
  name: 'Somebody New',
  job: 'Asks',
  expertise: 'Questions',
  business_function: 'Finance',
  temperament: 'Dry',
  method: 'Base rates',
  loss_function: 'A bill that nobody saw coming',
  blind_spots: [],
  keywords: [],
  is_adversarial: true,
  system_prompt: 'You ask what it costs.',
};
const resumed = { seq: 1, type: 'session_resumed', data: '{}', at: new Date(0) };

const persona = () => ({ code: `somebody_${randomUUID().slice(0, 8)}`, current_version: 1 });

let templates = 0;
const template = () => {
  templates += 1;
  return { name: `mail_${templates}`, version: 1, subject: 'Done', text: 'It is done.' };
};

/** A voice of the owner's, in one wording. */
async function ownVoice({ ownerId, insert }: Arrange): Promise<Row> {
  const { id } = await insert('boardofone.own_personas', { user_id: ownerId, based_on: 'growth_hacker' });
  return { user_id: ownerId, persona_id: id };
}

const everybodyReads = {
  owner: { select: 1 },
  stranger: { select: 1 },
} as const;

/** Written once and kept. */
const written = { owner: { select: 1, insert: 1 } } as const;
const madeAndTakenBack = { owner: { select: 1, insert: 1, delete: 1 } } as const;

/** Who may do what with the tables of the board: their owner, and nobody else. The catalogue is everybody's to read. */
export const isolation: IsolationExpectations = {
  'boardofone.personas': {
    row: persona,
    change: { current_version: 2 },
    rights: { ...everybodyReads, service: { select: 1, insert: 1, update: 1 } },
    ownerColumn: null,
  },
  'boardofone.persona_versions': {
    row: async ({ insert }) => ({
      code: (await insert('boardofone.personas', persona())).code,
      ...wording,
      content_hash: 'hash',
    }),
    change: { name: 'Changed' },
    rights: { ...everybodyReads, service: { select: 1, insert: 1 } },
    ownerColumn: null,
  },
  'boardofone.mail_templates': {
    row: template,
    change: { text: 'Changed' },
    rights: { ...everybodyReads, service: { select: 1, insert: 1 } },
    ownerColumn: null,
  },
  'boardofone.own_personas': {
    row: ({ ownerId }) => ({ id: randomUUID(), user_id: ownerId, based_on: 'growth_hacker' }),
    change: { current_version: 2 },
    rights: { owner: { select: 1, insert: 1, update: 1, delete: 1 } },
  },
  'boardofone.own_persona_versions': {
    row: async (arrange) => ({ ...(await ownVoice(arrange)), ...wording }),
    change: { name: 'Changed' },
    key: ['persona_id'],
    rights: { owner: { select: 1, insert: 1, update: 1 } },
  },
  'boardofone.persona_trials': {
    row: ({ ownerId }) => ({
      id: randomUUID(),
      user_id: ownerId,
      persona_id: randomUUID(),
      persona_version: 1,
      question: 'Do we hire?',
      reserved_cost: '0.01',
    }),
    change: { answer: 'Changed' },
    rights: { owner: { select: 1, insert: 1, update: 1 } },
  },
  'boardofone.accounts': {
    row: async ({ ownerId, sql }) => {
      await sql`select set_config('boardofone.mailed_person', ${`${ownerId} ${ownerId}`}, true)`;
      return { user_id: ownerId, consent_at: new Date(0) };
    },
    change: { consent_at: new Date(1) },
    key: ['user_id'],
    rights: { owner: { select: 1, insert: 1, update: 1 }, definer: { select: 1, update: 1 } },
  },
  'boardofone.subscriptions': {
    row: ({ ownerId }) => ({
      user_id: ownerId,
      provider_id: `sub_${randomUUID()}`,
      customer_id: `cus_${randomUUID()}`,
      tier: 'pro',
      state: 'active',
    }),
    change: { state: 'past_due' },
    key: ['provider_id'],
    rights: { owner: { select: 1 }, service: { select: 1, insert: 1, update: 1, delete: 1 } },
  },
  'boardofone.checkouts': ownedRows({
    row: ({ ownerId }) => ({ id: randomUUID(), user_id: ownerId, tier: 'pro', expires_at: new Date(0) }),
    change: { provider_id: 'cs_changed' },
  }),
  'boardofone.payment_events': {
    row: () => ({ id: `evt_${randomUUID()}` }),
    change: { created_at: new Date(1) },
    rights: { service: { select: 1, insert: 1, delete: 1 } },
    ownerColumn: null,
  },
  'boardofone.sessions': {
    // A what-if, which begins from another session of the same person.
    row: async (arrange) => ({
      id: randomUUID(),
      user_id: arrange.ownerId,
      problem: 'Do we hire?',
      seed: 1,
      forked_from: (await session(arrange)).id,
      forked_round: 0,
      fork_change: { kind: 'panel' },
    }),
    change: { waits_for: 'approval' },
    rights: { owner: { select: 1, insert: 1, update: 1, delete: 1 } },
  },
  'boardofone.options': {
    row: async (arrange) => ({ id: randomUUID(), ...(await inSession(arrange)), ...nothing }),
    change: { label: 'Changed' },
    rights: madeAndTakenBack,
  },
  'boardofone.seats': {
    row: async (arrange) => ({ id: randomUUID(), ...(await inSession(arrange)), ...zara }),
    change: { base_weight: 3 },
    rights: madeAndTakenBack,
  },
  'boardofone.calls': {
    row: async (arrange) => {
      const { within, seat } = await atTheTable(arrange);
      return { id: randomUUID(), ...within, ...call, seat_id: seat.id };
    },
    change: { status: 'settled' },
    rights: { owner: { select: 1, insert: 1, update: 1 } },
  },
  'boardofone.call_costs': {
    row: async (arrange) => {
      const { within, seat } = await atTheTable(arrange);
      return { id: randomUUID(), ...within, ...call, seat_id: seat.id, status: 'settled' };
    },
    change: { cost: '0.02' },
    key: ['id'],
    rights: { owner: { select: 1 } },
  },
  'boardofone.contributions': {
    row: async (arrange) => {
      const { within, seat, option } = await atTheTable(arrange);
      return {
        id: randomUUID(),
        ...within,
        seat_id: seat.id,
        round_number: 1,
        phase: 'initial_round',
        option_id: option.id,
        content: 'Wait.',
      };
    },
    change: { content: 'Changed' },
    rights: written,
  },
  'boardofone.votes': {
    row: async (arrange) => {
      const { within, seat, option } = await atTheTable(arrange);
      return { ...within, seat_id: seat.id, option_id: option.id, reasoning: 'It can wait.' };
    },
    change: { reasoning: 'Changed' },
    key: ['seat_id'],
    rights: written,
  },
  'boardofone.owner_facts': {
    row: async (arrange) => ({
      id: randomUUID(),
      ...(await inSession(arrange)),
      round_number: 2,
      content: 'Rent ends in May.',
    }),
    change: { content: 'Changed' },
    rights: written,
  },
  'boardofone.memos': {
    row: async (arrange) => ({
      ...(await inSession(arrange)),
      body: '{}',
      minority: '[]',
      baseline: '{}',
    }),
    change: { body: '{"changed":1}' },
    key: ['session_id'],
    rights: written,
  },
  'boardofone.events': {
    row: async (arrange) => ({
      ...(await inSession(arrange)),
      ...resumed,
    }),
    change: { data: '{"changed":1}' },
    rights: written,
  },
  'boardofone.checkpoints': {
    row: async (arrange) => {
      const within = await inSession(arrange);
      await arrange.insert('boardofone.events', { ...within, ...resumed });
      return { ...within, seq: resumed.seq, round_number: 1, view_version: 1, view: '{}' };
    },
    change: { view: '{"changed":1}' },
    rights: written,
  },
  'boardofone.follow_ups': {
    row: async (arrange) => ({
      id: randomUUID(),
      ...(await inSession(arrange, completed)),
      question: 'And if the rent rises?',
    }),
    change: { attempts: 1 },
    rights: { owner: { select: 1, insert: 1, update: 1 } },
  },
  'boardofone.outcomes': {
    row: async (arrange) => {
      const { within, option } = await atTheTable(arrange);
      return {
        ...within,
        option_id: option.id,
        statement: 'The shop covers its rent.',
        probability: '0.7',
        review_on: '2027-05-01',
      };
    },
    change: { statement: 'Changed' },
    key: ['session_id'],
    rights: { owner: { select: 1, insert: 1, update: 1 }, service: { select: 1 } },
  },
  'boardofone.notices': {
    row: async (arrange) => ({
      id: randomUUID(),
      ...(await inSession(arrange)),
      kind: 'completed',
      run: 1,
      template_version: await completedTemplate(arrange),
      unsubscribe_hash: await tokenInHand(arrange),
    }),
    change: { read_at: new Date(0) },
    rights: { owner: { select: 1, insert: 1, update: 1 }, definer: { select: 1 } },
  },
  'boardofone.share_links': {
    row: async (arrange) => {
      return {
        id: randomUUID(),
        ...(await inSession(arrange)),
        token_hash: await tokenInHand(arrange),
        content: '{}',
        expires_at: new Date(),
      };
    },
    change: { revoked_at: new Date() },
    rights: { owner: { select: 1, insert: 1, update: 1 }, definer: { select: 1 } },
  },
};
