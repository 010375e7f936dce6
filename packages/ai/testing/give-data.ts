import type { Exchange } from './exchange.ts';
import type { Protocol, Question } from './protocols/protocol.ts';

const dimensions = 8;

/** Answers with a vector for each text, or with a list of models to whoever asked for that. */
export function giveData(exchange: Exchange, question: Question, protocol: Protocol): void {
  const texts = question.kind === 'embedding' ? protocol.texts(question.body) : [];
  const vectors = texts.map((text) => Array.from({ length: dimensions }, (_, i) => text.charCodeAt(i) || 0));
  const tokens = texts.reduce((total, text) => total + text.length, 0);
  const body =
    question.kind === 'models' ? { data: [], models: [] } : protocol.embeddings(vectors, tokens, question);
  exchange.raw(200, JSON.stringify(body), { 'content-type': 'application/json' });
}
