import type { BaselineAnswer } from '../prompts/baseline.ts';
import type { Material } from '../prompts/material.ts';
import { rehearsalNotice } from './notice.ts';
import { clipped } from './sentences.ts';

/** The first option that does something. */
export function rehearseBaseline({ options, problem }: Material): BaselineAnswer {
  const option = options.find(({ isNothing }) => !isNothing) ?? options[0];
  return {
    option: option?.key ?? 'O1',
    reasoning: `${rehearsalNotice} Asked once about “${clipped(problem)}”, it names the first option that does something: “${option?.label ?? ''}”.`,
  };
}
