import { uuidV7 } from '@commons/shared-db';
import { Decomposition, decompositionPrompt } from '../../../prompts/decomposition.ts';
import { rehearseDecomposition } from '../../../rehearsal/decomposition.ts';
import { changeSession } from '../lock-session.ts';
import { readMaterial } from '../read-material.ts';
import type { StepWork } from '../step-work.ts';

/** Takes a problem apart into questions and options, for its owner to approve. */
export const decompositionWork: StepWork<Decomposition> = {
  purpose: 'decomposition',
  round: 0,
  seatId: null,
  async prepare(tx, session) {
    if (session.phase !== 'problem_decomposition' || session.waitsFor) return undefined;
    const material = await readMaterial(tx, session, 0);
    return {
      ...decompositionPrompt(material),
      schema: Decomposition,
      model: null,
      speakerOrder: [],
      rehearse: () => rehearseDecomposition(material),
    };
  },
  begun: () => [],
  async keep(tx, session, { answer: { subQuestions, options } }) {
    // Proposed, and in the log alone: what its owner approves becomes rows.
    await changeSession(tx, session, { waitsFor: 'approval' });
    const proposed = withNothing(options).map((option) => ({ ...option, id: uuidV7() }));
    return [{ type: 'decomposition_proposed', data: { subQuestions, options: proposed } }];
  },
};

/** Doing nothing is always one of the options, and exactly one. */
function withNothing(options: Decomposition['options']): Decomposition['options'] {
  const first = options.findIndex(({ isNothing }) => isNothing);
  const marked = options.map((option, index) => ({ ...option, isNothing: index === first }));
  if (first >= 0) return marked;
  return [
    ...marked,
    { label: 'Do nothing for now', description: 'Leave things as they are.', isNothing: true },
  ];
}
