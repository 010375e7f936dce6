import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mailNames } from './mail-template.ts';
import { renderMail } from './render-mail.ts';
import { mailTemplates, newestTemplate } from './templates.ts';

const values = {
  problem: 'Do we open a second bakery?',
  reason: 'Raise the cap to go on.',
  expectation: 'The shop covers its rent.',
  link: 'https://board.example/s/1',
  settings: 'https://board.example/notices',
  unsubscribe: 'https://board.example/unsubscribe/secret',
};

describe('the templates of mails', () => {
  it('have each version once, counted from 1, and say where mails are switched off', () => {
    for (const name of mailNames) {
      const versions = mailTemplates.filter((one) => one.name === name).map(({ version }) => version);
      expect(versions).toEqual(versions.map((_, index) => index + 1));
      expect(newestTemplate(name).version).toBe(versions.length);
    }
    for (const template of mailTemplates) {
      expect(renderMail(template, values).text).toContain(values.settings);
    }
  });
});

describe('a rendered mail', () => {
  it('is the template with its values', () => {
    expect(renderMail({ subject: 'Done: {{problem}}', text: '{{reason}}\n{{link}}' }, values)).toEqual({
      subject: 'Done: Do we open a second bakery?',
      text: 'Raise the cap to go on.\nhttps://board.example/s/1',
    });
  });

  it('has the lines of its template and no others, whatever a person wrote', () => {
    const written = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('a\r\nBcc: b@example.org', '{{link}}', '$&$1', '\u2028next', '\u202etxt.exe'),
    );
    fc.assert(
      fc.property(written, (problem) => {
        const { subject, text } = renderMail(
          { subject: 'S {{problem}}', text: 'a\n{{problem}}\nb' },
          {
            ...values,
            problem,
          },
        );
        expect(subject).not.toMatch(/[\p{Cc}\u2028\u2029\u202e]/u);
        expect(text.split(/[\n\r\u2028\u2029]/)).toHaveLength(3);
        expect(text).not.toContain(values.link);
      }),
    );
  });

  it('keeps a long problem short, and whole letters whole', () => {
    const { subject } = renderMail(
      { subject: '{{problem}}', text: '' },
      { ...values, problem: '🥐'.repeat(300) },
    );

    expect([...subject]).toHaveLength(120);
    expect(subject.endsWith('🥐…')).toBe(true);
  });

  it('is refused when it names what nobody gives', () => {
    expect(() => renderMail({ subject: '{{toString}}', text: '' }, values)).toThrow('names toString');
  });
});
