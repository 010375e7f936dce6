/** An answer with everything that an answer can have. */
export const sampleAnswer = `## Terms for cafés

Offer **14 days** and a small discount, as [your price list](https://bakery.example/prices/2026?page=2) says.
See also https://example.org/terms.

1. Deliver before 6:30
2. Invoice weekly
   - by mail
   - as a PDF

> What is late goes back.

| Loaf | Price for cafés | Smallest order | Delivery days in the week | Remarks for the driver |
| --- | ---: | ---: | --- | --- |
| Rye with caraway | 4.10 | 6 | Monday, Wednesday, Friday | Ring twice |
| Spelt | 4.60 | 4 | Every day | Back door |

\`\`\`ts
export const discount = (order: Order) => (order.loaves >= 24 ? 0.08 : order.loaves >= 12 ? 0.05 : 0);
\`\`\`

- [x] Ask for the \`VAT\` number
`;

/** The same house in a script that runs from right to left. */
export const arabicAnswer = `## شروط المقاهي

اعرض **14 يومًا** وخصمًا صغيرًا.

1. التسليم قبل 6:30
2. فاتورة أسبوعية

| الرغيف | السعر |
| --- | ---: |
| جاودار | 4.10 |
`;
