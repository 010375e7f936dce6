import { materialRule } from './decision.ts';
import { type OwnVoice, ownVoicePrompt } from './own-voice.ts';
import { quoted } from './quoted.ts';

/** A question on which somebody tries a voice of theirs. */
export function trialPrompt(voice: OwnVoice, question: string) {
  return {
    system: [
      ownVoicePrompt(voice),
      'Somebody tries out how this voice argues. Answer the question as it would, in at most 150 words.',
      materialRule,
    ].join('\n\n'),
    messages: [{ role: 'user' as const, content: quoted('question', question) }],
    maxOutputTokens: 600,
  };
}
