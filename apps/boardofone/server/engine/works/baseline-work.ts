import { type BaselineAnswer, baselinePrompt, baselineSchema } from '../../../prompts/baseline.ts';
import { rehearseBaseline } from '../../../rehearsal/baseline.ts';
import { readMaterial } from '../read-material.ts';
import type { StepWork } from '../step-work.ts';

/** Asks one model alone what it would take, so that the debate has something to be measured against. */
export const baselineWork: StepWork<BaselineAnswer> = {
  purpose: 'baseline',
  round: 0,
  seatId: null,
  async prepare(tx, session) {
    if (session.phase !== 'synthesis') return undefined;
    const material = await readMaterial(tx, session, 0);
    return {
      ...baselinePrompt(material),
      schema: baselineSchema(material.options),
      model: null,
      speakerOrder: [],
      rehearse: () => rehearseBaseline(material),
    };
  },
  begun: () => [],
  async keep(tx, session, { answer }) {
    const { options } = await readMaterial(tx, session, 0);
    const optionId = options.find(({ key }) => key === answer.option)?.id ?? null;
    return [{ type: 'baseline_answered', data: { optionId, text: answer.reasoning } }];
  },
};
