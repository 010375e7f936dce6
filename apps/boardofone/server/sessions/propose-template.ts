import { type Tx, uuidV7 } from '@commons/shared-db';
import type { DecisionTemplate } from '../../templates/decision-template.ts';
import type { Mover } from '../engine/advance.ts';
import { changeSession, type LockedSession } from '../engine/lock-session.ts';
import { record } from '../log/record.ts';

/** Proposes a template's questions and options, for the owner to approve; no model is asked. */
export async function proposeTemplate(
  tx: Tx,
  mover: Mover,
  session: LockedSession,
  { subQuestions, options }: DecisionTemplate,
): Promise<void> {
  await changeSession(tx, session, { waitsFor: 'approval' });
  await record(tx, session, mover.now(), {
    type: 'decomposition_proposed',
    data: {
      subQuestions: [...subQuestions],
      options: options.map((option) => ({ ...option, id: uuidV7() })),
    },
  });
}
