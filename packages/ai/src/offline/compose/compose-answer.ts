import type { OfflinePrompt } from '../read-prompt.ts';
import { charactersRead, prepareComposition, type Template } from './composition.ts';
import { composeEmail } from './email.ts';
import { paragraphs } from './markdown.ts';
import { notice } from './notice.ts';
import { composePlan } from './plan.ts';
import { composePost } from './post.ts';
import { composeProductDescription } from './product-description.ts';
import { composeReply } from './reply.ts';
import { composeShorter } from './shorter.ts';
import { composeCapabilities, composeGreeting, composeThanks } from './small-talk.ts';
import { composeSummary } from './summary.ts';

// The first pattern that fits decides, so the narrow ones stand above the wide ones.
const templates: { asked: RegExp; compose: Template }[] = [
  {
    asked: /^\W*(hi|hello|hey|good (morning|afternoon|evening)|greetings)\b[^?]{0,20}$/i,
    compose: composeGreeting,
  },
  { asked: /^\W*(thanks|thank you|thx|cheers|great|perfect)\b[^?]{0,40}$/i, compose: composeThanks },
  {
    asked: /\b(what can you do|how do you work|who are you|what are you)\b|^\W*help\W*$/i,
    compose: composeCapabilities,
  },
  { asked: /\b(shorter|shorten|more concise|cut it down)\b/i, compose: composeShorter },
  {
    asked: /\b(write|draft|compose|reply|answer|send)\b.*\b(e-?mail|letter|message|reply)\b/is,
    compose: composeEmail,
  },
  {
    asked: /\b(product|item|listing) (description|text|copy)|\bdescri(be|ption)\b.*\b(product|for|of)\b/is,
    compose: composeProductDescription,
  },
  {
    asked:
      /\b(write|draft|create|compose|make|give me)\b.*\b(post|caption|tweet|newsletter|announcement|ad)\b/is,
    compose: composePost,
  },
  {
    asked: /\b(summar(y|ise|ize)|what do you know|tell me about (us|me|my|our|the business))\b/i,
    compose: composeSummary,
  },
  {
    asked:
      /\b(ideas?|plan|strateg(y|ies)|suggest(ions?)?|grow|improve|next steps?|how (can|should|do) (i|we) (get|find|reach|attract|increase|sell))\b/i,
    compose: composePlan,
  },
];

/** Answers a request: by the template that fits it, or else by looking it up. */
export function composeAnswer(prompt: OfflinePrompt): string {
  const opening = prompt.question.slice(0, charactersRead);
  const compose = templates.find(({ asked }) => asked.test(opening))?.compose ?? composeReply;
  return paragraphs(notice, compose(prepareComposition(prompt)));
}
