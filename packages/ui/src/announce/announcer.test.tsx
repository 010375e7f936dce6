import { act, render } from '@testing-library/react';
import { expect, it } from 'vitest';
import { announced } from '../../testing/render.tsx';
import { Announcer, useAnnounce } from './announcer.tsx';

let say: (message: string) => void;

function Speaker() {
  say = useAnnounce();
  return null;
}

it('is one polite region, in which the same words said twice are a change each time', () => {
  const { container } = render(
    <Announcer>
      <Speaker />
    </Announcer>,
  );
  const regions = container.querySelectorAll('[aria-live]');
  expect([...regions].map((region) => region.getAttribute('aria-live'))).toEqual(['polite']);
  act(() => say('Copied'));
  const before = regions[0]?.innerHTML;
  act(() => say('Copied'));
  expect(announced()).toBe('Copied');
  expect(regions[0]?.innerHTML).not.toBe(before);
});
