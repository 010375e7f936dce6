import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Speech } from './speak.ts';

const context = { known: 'Margaret was a nurse in Leeds.', lastSaid: '', avoided: [], medicines: [] };

/** What is shown of a text that arrives in pieces. */
function speak(text: string, pieceLength = text.length || 1) {
  const speech = new Speech(context);
  let shown = '';
  for (let at = 0; at < text.length; at += pieceLength) shown += speech.add(text.slice(at, at + pieceLength));
  return {
    shown: shown + speech.end(),
    choices: speech.choices,
    held: speech.held,
    isSilent: speech.isSilent,
  };
}

describe('the companion speaking', () => {
  it('asks one question and says nothing after it', () => {
    const { shown } = speak('How nice. Tea or coffee? And where do you sit? I like tea.');
    expect(shown).toBe('How nice. Tea or coffee?');
  });

  it('offers the choice that follows its question, and does not say it aloud', () => {
    expect(speak('Tea or coffee?\n[Tea | Coffee]')).toMatchObject({
      shown: 'Tea or coffee?',
      choices: ['Tea', 'Coffee'],
    });
  });

  it('offers no choice without a question', () => {
    expect(speak('How nice.\n[Tea | Coffee]').choices).toBeUndefined();
  });

  it('leaves out what breaks a rule and says the rest', () => {
    const { shown, held } = speak(
      'Do you remember 1958? That sounds lovely. Your son Tom is proud. Tea or coffee?',
    );
    expect([shown, held]).toEqual(['That sounds lovely. Tea or coffee?', ['quiz', 'invented']]);
  });

  it('says five sentences at most', () => {
    expect(speak('One. Two. Three. Four. Five. Six. Seven.').shown).toBe('One. Two. Three. Four. Five.');
  });

  it('is silent when nothing may be said', () => {
    expect(speak('Do you remember me?')).toMatchObject({ shown: '', isSilent: true });
  });

  it('goes on after a break without asking twice', () => {
    const speech = new Speech(context, 'How nice. Tea or coffee?');
    expect(speech.add('And cake? ') + speech.end()).toBe('');
  });

  it('says the same however the text is cut', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            'How nice.',
            'Do you remember?',
            'Tea or coffee?',
            '[Tea | Coffee]',
            '“Yes. No.” she said.',
            '\n',
          ),
        ),
        fc.integer({ min: 1, max: 9 }),
        (sentences, pieceLength) => {
          const text = sentences.join(' ');
          expect(speak(text, pieceLength)).toEqual(speak(text));
        },
      ),
    );
  });
});
