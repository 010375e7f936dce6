import { Markdown } from '../src/markdown/markdown.tsx';
import { arabicAnswer, sampleAnswer } from './sample-answer.ts';
import { Section } from './section.tsx';

/** Untrusted text, rendered. */
export function MarkdownSection() {
  return (
    <Section title="Markdown">
      <div className="ui-wide">
        <Markdown text={sampleAnswer} />
      </div>
      <div className="ui-wide" lang="ar" dir="auto">
        <Markdown text={arabicAnswer} />
      </div>
    </Section>
  );
}
