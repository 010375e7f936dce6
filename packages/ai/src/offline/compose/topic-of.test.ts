import { describe, expect, it } from 'vitest';
import { topicOf } from './topic-of.ts';

describe('the topic of a request', () => {
  it.each([
    ['Write a post about the winter candle', 'the winter candle'],
    ['Write a post for Instagram about the winter candle!', 'the winter candle'],
    ['Write a newsletter for our customers announcing the sale. Keep it short.', 'the sale'],
    ['Describe the product for me', undefined],
    ['Write a post', undefined],
  ])('in %j is %j', (question, topic) => {
    expect(topicOf(question)).toBe(topic);
  });
});
