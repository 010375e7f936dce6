import { describe, expect, it } from 'vitest';
import type { AskedAfterwards } from '../prompts/follow-up.ts';
import { rehearseFollowUp } from './follow-up.ts';
import { rehearsalNotice } from './notice.ts';

const said = (round: number, text: string) => ({ name: 'Zara', round, option: 'O1', text, dealbreaker: '' });
const asked: AskedAfterwards = {
  systemPrompt: 'You look for growth.',
  said: [
    said(1, `${rehearsalNotice} The rent for the second shop is 2,400 a month.`),
    said(2, 'Two of five bakers want to leave the night shift.'),
  ],
  outcome: 'Split.',
  memo: [
    { title: 'Recommendation', sentences: [`${rehearsalNotice} Put together.`, 'Nothing is recommended.'] },
    { title: 'Risks', sentences: ['The bakers may leave.'] },
  ],
  earlier: [],
  question: 'What if the rents rise?',
};

describe('the rehearsal of a question after the end', () => {
  it('repeats what the seat said that is nearest to it, and says what it is', () => {
    const { answer } = rehearseFollowUp(asked);

    expect(answer).toMatch(new RegExp(`^${rehearsalNotice}`));
    expect(answer).toContain('In round 1 I said: “The rent for the second shop is 2,400 a month”');
  });

  it('repeats the last words where nothing has to do with it', () => {
    expect(rehearseFollowUp({ ...asked, question: 'Why?' }).answer).toContain(
      'In round 2 I said: “Two of five',
    );
  });

  it('of the chair repeats the memo', () => {
    const chair = { ...asked, systemPrompt: null, question: 'Will bakers leave?' };

    expect(rehearseFollowUp(chair).answer).toContain('The memo says under “Risks”: “The bakers may leave”');
  });

  it('invents nothing for a seat that never spoke', () => {
    expect(rehearseFollowUp({ ...asked, said: [] }).answer).toContain('I said nothing in this debate');
  });
});
