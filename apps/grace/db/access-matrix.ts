import type { Command } from '@commons/shared-db';
import type { CareLevel, CareScope } from '../care/schemas.ts';

/**
 * What a caregiver may do with the rows of one table: per command the lowest level, within the scope. A command that is not
 * named is the holder's alone, or nobody's. The holder's own rights stand in `apps/grace/db/isolation.ts`.
 */
export interface CaregiverAccess {
  /** The scope that the grant needs; `any` when whoever takes part may. Left out where no caregiver may anything. */
  scope?: CareScope | 'any';
  select?: CareLevel;
  insert?: CareLevel;
  update?: CareLevel;
  delete?: CareLevel;
  /** Reading needs a line in the access log, in the same transaction. */
  isLogged?: true;
  /** Columns that say who wrote the row. */
  authors?: readonly string[];
  /** Whoever adds a row names themselves in them; otherwise the database does. */
  isSigned?: true;
  /** What whoever wrote the row may do beyond the others, and without a line in the access log. */
  own?: Partial<Record<Command, CareLevel>>;
  /** The service login reads columns that the grants name, and no whole row. */
  isNarrowForService?: true;
  /** Every signed-in person reads it. */
  isShared?: true;
  /** An UPDATE that caregivers may make, where it is another than the holder's. */
  change?: Readonly<Record<string, unknown>>;
  /** What makes the row one that caregivers are meant to see, where not every row is. */
  shown?: Readonly<Record<string, unknown>>;
}

const plan = { scope: 'medications', select: 'view', insert: 'manage', update: 'manage' } as const;
const record = { scope: 'medications', select: 'view', insert: 'manage' } as const;
const holdersAlone = {} as const;
const shared = { isShared: true } as const;

/** One line per table of GRACE; a table without one fails the test beside this file. */
export const accessMatrix: Readonly<Record<string, CaregiverAccess>> = {
  'grace.access_log': holdersAlone,
  'grace.activities': shared,
  'grace.allergies': plan,
  'grace.card_links': holdersAlone,
  'grace.calendar_feeds': holdersAlone,
  'grace.caregivers': { scope: 'any', select: 'view' },
  'grace.chat_turns': { scope: 'chat_transcripts', select: 'view', isLogged: true },
  'grace.conditions': plan,
  'grace.consents': holdersAlone,
  'grace.contacts': {
    scope: 'emergency_card',
    select: 'view',
    insert: 'manage',
    delete: 'manage',
    isLogged: true,
  },
  'grace.dose_effects': { scope: 'medications', select: 'view', insert: 'log' },
  'grace.dose_log': {
    scope: 'medications',
    select: 'view',
    insert: 'log',
    update: 'log',
    authors: ['recorded_by'],
    // A slip, for some seconds.
    own: { delete: 'log' },
  },
  'grace.duplicate_reports': { scope: 'medications', select: 'view', insert: 'log', update: 'log' },
  'grace.emergency_cards': {
    scope: 'emergency_card',
    select: 'view',
    insert: 'manage',
    update: 'manage',
    isLogged: true,
  },
  'grace.handover_marks': {
    scope: 'any',
    insert: 'view',
    authors: ['user_id'],
    isSigned: true,
    own: { select: 'view', update: 'view' },
  },
  'grace.invitations': holdersAlone,
  'grace.life_story_entries': holdersAlone,
  'grace.medication_changes': record,
  'grace.medication_holds': plan,
  'grace.medications': plan,
  'grace.note_revisions': { scope: 'notes', select: 'view', isLogged: true },
  'grace.notes': {
    scope: 'notes',
    select: 'view',
    insert: 'log',
    update: 'log',
    isLogged: true,
    authors: ['author_id'],
    isSigned: true,
    own: { select: 'view' },
    // Words are their author's to change.
    change: { is_pinned: true },
  },
  'grace.notice_settings': {
    scope: 'any',
    insert: 'view',
    authors: ['user_id'],
    isSigned: true,
    own: { select: 'view', update: 'view' },
    isNarrowForService: true,
  },
  'grace.notices': {
    scope: 'medications',
    select: 'view',
    authors: ['user_id'],
    own: { update: 'view' },
    isNarrowForService: true,
  },
  'grace.profiles': { scope: 'any', select: 'view', isNarrowForService: true },
  'grace.push_devices': holdersAlone,
  'grace.safety_alerts': { scope: 'any', select: 'view', update: 'log' },
  'grace.schedules': plan,
  'grace.session_summaries': {
    scope: 'chat_summaries',
    select: 'view',
    isLogged: true,
    shown: { seen_at: '2026-11-01T12:00:00Z', shared_at: '2026-11-01T12:00:00Z' },
  },
  'grace.sessions': { scope: 'chat_transcripts', select: 'view', isLogged: true },
  'grace.stock_changes': {
    scope: 'medications',
    select: 'view',
    insert: 'log',
    update: 'log',
    authors: ['recorded_by'],
  },
  'grace.topic_preferences': holdersAlone,
  'grace.topics': shared,
};
