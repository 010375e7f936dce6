/** A reference to another entry of the bundle. */
export const referenceTo = (id: string) => ({ reference: `urn:uuid:${id}` });

const terminology = 'http://terminology.hl7.org/CodeSystem';

/** A concept of HL7's own terminology. */
export const concept = (system: string, code: string) => ({
  coding: [{ system: `${terminology}/${system}`, code }],
});
