import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderInApp } from '../../testing/render.tsx';
import { Markdown } from './markdown.tsx';

it('shows the plain words until the renderer is there, and the rendered ones then', async () => {
  const { container } = renderInApp(<Markdown text={'Two\nlines and **bold**'} />);
  expect(container.textContent).toContain('Two\nlines and **bold**');
  expect((await screen.findByText('bold')).tagName).toBe('STRONG');
});

it('shows the growing end of a text as what it is going to be', async () => {
  const { rerender } = renderInApp(<Markdown text="An **impor" unfinished />);
  expect((await screen.findByText('impor')).tagName).toBe('STRONG');
  rerender(<Markdown text="An **impor" />);
  expect(await screen.findByText('An **impor')).toBeTruthy();
});
