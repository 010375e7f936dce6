import { type Choices, readChoices } from './choices.ts';
import { type BrokenRule, brokenRule, type SpokenContext } from './rules.ts';
import { splitSentences } from './sentences.ts';

const sentencesMax = 5;

/**
 * Lets sentences through as they are finished: those that keep the rules, one question at most, nothing after it but its choice.
 * What the rules hold back is counted in `held` and never shown.
 */
export class Speech {
  readonly held: BrokenRule[] = [];
  choices: Choices | undefined;
  readonly #context: SpokenContext;
  #waiting = '';
  #said: string[];
  #hasAsked: boolean;

  /** `said` is what the turn says already, when it goes on after a break. */
  constructor(context: SpokenContext, said = '') {
    this.#context = context;
    this.#said = splitSentences(`${said}\n`).whole;
    this.#hasAsked = this.#said.some(isQuestion);
  }

  /** Nothing has been said at all. */
  get isSilent(): boolean {
    return this.#said.length === 0;
  }

  /** What may be shown of it now. */
  add(text: string): string {
    const { whole, rest } = splitSentences(this.#waiting + text);
    this.#waiting = rest;
    return whole.map((sentence) => this.#say(sentence)).join('');
  }

  /** What may be shown of what had no end yet; call it when nothing more comes. */
  end(): string {
    return this.add('\n');
  }

  #say(sentence: string): string {
    const choices = readChoices(sentence);
    if (choices) {
      if (this.#hasAsked && !this.#breaks(choices.map(asWords).join(', '))) this.choices ??= choices;
      return '';
    }
    if (this.#hasAsked || this.#said.length >= sentencesMax || this.#breaks(sentence)) return '';
    const text = plain(sentence);
    if (text === '') return '';
    const before = this.#said.length === 0 ? '' : ' ';
    this.#said.push(text);
    this.#hasAsked = isQuestion(text);
    return before + text;
  }

  #breaks(sentence: string): boolean {
    const broken = brokenRule(sentence, this.#context);
    if (broken) this.held.push(broken);
    return broken !== undefined;
  }
}

// A choice begins with a capital, and is no name for that.
const asWords = (choice: string) => choice.slice(0, 1).toLowerCase() + choice.slice(1);

const isQuestion = (sentence: string) => /\?["”']?$/.test(sentence);

/** Without the marks of Markdown, which would be read aloud. */
const plain = (sentence: string) => sentence.replace(/^#+\s+|^[-*•]\s+|\*\*|__|`/g, '').trim();
