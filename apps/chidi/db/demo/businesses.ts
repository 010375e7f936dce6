import type { ContextFields } from '../../server/contexts/schemas.ts';

export interface DemoBusiness {
  key: 'shop' | 'courses';
  name: string;
  fields: ContextFields;
}

/** The demonstration account's two businesses: one wide filled in, one that has only just been begun. */
export const businesses: readonly DemoBusiness[] = [
  {
    key: 'shop',
    name: 'Okafor Ceramics',
    fields: {
      company:
        'Okafor Ceramics is a pottery studio with a shop in Freiburg, Germany. Amara Okafor founded it in 2019. Three people work here: Amara at the wheel, Lena in the shop, Tom with glazes and kilns.',
      offers: [
        'Mug "Dreisam", 350 ml: €28. Set of four: €99.',
        'Breakfast bowl: €32. Serving plate, 30 cm: €58.',
        'Vase "Schauinsland": €74, made to order in four weeks.',
        'Gift voucher from €25. Engraving of a name: €6 per piece.',
      ].join('\n'),
      audience:
        'People between 30 and 55 from Freiburg and the surrounding area who buy gifts and furnish slowly. A third of the sales are online, mostly before Christmas. Two cafés buy cups from us.',
      tone: 'Warm and plain, like a conversation over the counter. Short sentences. We say "you", and we never push.',
      policies: [
        'Returns within 30 days, unused, with the receipt; engraved pieces are excluded.',
        'Delivery within Germany in 3 to 5 working days for €5.90, free from €80. Austria and Switzerland €14.',
        'What breaks on the way is replaced free of charge; a photo within 7 days is enough.',
        'Open Tuesday to Friday 10–18, Saturday 10–15.',
      ].join('\n'),
      goals:
        'Sell 120 sets of four mugs before Christmas. Win two more cafés by March. Answer every e-mail within one working day.',
      locale: 'Germany; customers write in German and English',
      currency: 'EUR, prices include VAT',
      doNotSay:
        'cheap, bargain, "unbreakable". No promise that glazes look exactly like the photos. Nothing about competitors.',
      preferences:
        'Drafts that can be sent as they are. Prices with the euro sign in front. Ask when something important is missing.',
    },
  },
  {
    key: 'courses',
    name: 'Clay Weekends',
    fields: {
      company: 'Weekend courses in the studio of Okafor Ceramics, eight places each.',
      offers:
        'Beginners’ weekend at the wheel: €240, clay and two firings included. Evening for couples: €95 for two.',
      audience: '',
      tone: 'Encouraging; nobody needs talent.',
      policies: 'Free cancellation until 14 days before; after that the place can be given to somebody else.',
      goals: '',
      locale: '',
      currency: 'EUR',
      doNotSay: '',
      preferences: '',
    },
  },
];
