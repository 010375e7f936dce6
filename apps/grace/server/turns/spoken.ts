import type { ModelEvent } from '@commons/ai';
import { nextQuestion } from '../../companion/next-question.ts';
import type { Speech } from '../../companion/speak.ts';
import type { TurnToSay } from './read-material.ts';

/**
 * What a model says, sentence by sentence, without those that break a rule. When nothing of it may be said there is a question of the
 * topic instead, so that a turn never ends in silence.
 */
export async function* spoken(
  events: AsyncIterable<ModelEvent>,
  speech: Speech,
  { topic, history, avoided }: TurnToSay,
): AsyncGenerator<ModelEvent> {
  for await (const event of events) {
    if (event.type === 'text') {
      yield { type: 'text', text: speech.add(event.text) };
      continue;
    }
    yield { type: 'text', text: speech.end() };
    if (speech.isSilent) {
      const soFar = history.map(({ content }) => content).join('\n');
      const { text, choices } = nextQuestion(topic, soFar, avoided, history.length);
      speech.choices = choices;
      yield { type: 'text', text: `I am listening. ${text}` };
    }
    yield event;
  }
}
