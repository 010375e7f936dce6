import type { DemoBusiness } from './businesses.ts';

export interface DemoExchange {
  question: string;
  /** More than one when the answer was asked for again; the last one is shown. */
  answers: readonly string[];
}

export interface DemoConversation {
  business: DemoBusiness['key'];
  title: string;
  hoursAgo: number;
  exchanges: readonly DemoExchange[];
}

export const demoConversations: readonly DemoConversation[] = [
  {
    business: 'shop',
    title: 'Reply about a broken bowl',
    hoursAgo: 2,
    exchanges: [
      {
        question:
          'A customer from Hamburg writes that her breakfast bowl arrived in two pieces. She sent a photo yesterday. Can you draft a reply?',
        answers: [
          [
            'Here is a draft you can send as it is:',
            '',
            '> Dear …,',
            '>',
            '> thank you for the photo, and I am sorry your bowl did not survive the journey. A new one goes out to you this week, of course free of charge. You do not need to send anything back.',
            '>',
            '> It will be with you in 3 to 5 working days.',
            '>',
            '> Warm regards  ',
            '> Amara Okafor',
            '',
            'Her photo came within 7 days, so the replacement is covered by your policy.',
          ].join('\n'),
        ],
      },
      {
        question: 'She also asks whether the new one will look exactly the same.',
        answers: [
          [
            'Your glazes vary, so I would not promise it. You could add:',
            '',
            '> Each bowl is glazed by hand, so the new one will be a close relative of the first rather than its twin.',
          ].join('\n'),
        ],
      },
    ],
  },
  {
    business: 'shop',
    title: 'Christmas newsletter for the mug set',
    hoursAgo: 27,
    exchanges: [
      {
        question:
          'Write a short newsletter for the set of four mugs. It should go out on the first of December.',
        answers: [
          [
            '**Subject: Four mugs, one table**',
            '',
            'The set of four "Dreisam" mugs is back on the shelf: €99 instead of €112 one by one. 350 ml each, thrown in our studio in Freiburg.',
            '',
            'With a name engraved, it is €6 more per mug. Order by 15 December and it reaches you before Christmas; delivery is free from €80.',
          ].join('\n'),
          [
            '**Subject: For slow mornings in December**',
            '',
            'Some presents are used every day. Our "Dreisam" mugs are made for that: 350 ml, a handle for three fingers, thrown at the wheel here in Freiburg.',
            '',
            '- **Set of four: €99**, delivered free within Germany',
            '- **A name on each:** €6 per mug',
            '',
            'You find them in the shop, Tuesday to Saturday, and online. If they are to arrive before Christmas, please order by 15 December.',
            '',
            '*One thing to check: engraved pieces cannot be returned. Shall I mention that here, or only at the checkout?*',
          ].join('\n'),
        ],
      },
    ],
  },
  {
    business: 'shop',
    title: 'Terms for cafés',
    hoursAgo: 75,
    exchanges: [
      {
        question: 'A café wants 40 cups. What would a fair offer look like?',
        answers: [
          [
            'Your context has no price for resellers, so this is a proposal to check against your costs:',
            '',
            '| pieces | per mug | total |',
            '|---|---|---|',
            '| 40 at the normal price | €28.00 | €1,120 |',
            '| 40 at the price of the set | €24.75 | €990 |',
            '',
            'Delivery is free at this amount. What is your cost per mug, and how long would 40 take Tom to fire? With that I can say how far down you can go.',
          ].join('\n'),
        ],
      },
    ],
  },
  {
    business: 'courses',
    title: 'Cancelling two days before',
    hoursAgo: 190,
    exchanges: [
      {
        question: 'Somebody wants to cancel the beginners’ weekend two days before. What do I answer?',
        answers: [
          [
            'Free cancellation ended 14 days before, but the place can go to somebody else. You could write:',
            '',
            '> Thank you for letting us know. The weekend is close, so we cannot refund the place any more. You are welcome to give it to a friend: just send us the name.',
          ].join('\n'),
        ],
      },
    ],
  },
];
