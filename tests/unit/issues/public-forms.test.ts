import { parseWithZod } from '@conform-to/zod/v4';
import { describe, expect, it } from 'vitest';
import {
  bodyReplyForm,
  flagForm,
  newIssueForm,
  normaliseContact,
  receiptStepForm,
} from '#app/features/issues/forms.ts';
import { CATALOGUES } from '#app/i18n/words.ts';
import type { z } from 'zod';

const clientId = '00000000-0000-4000-8000-000000000001';
const right = {
  clientId,
  category: 'road_surface',
  title: 'Yol dağılıb',
  details: '',
  region: 'AZ-AST',
  place: 'Kijəbə',
  lat: '',
  lng: '',
  contact: '',
};

function sent(schema: z.ZodType, fields: Record<string, string>) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  const submission: { error?: Record<string, string[] | null> | null; status?: string; value?: unknown } = parseWithZod(
    form,
    { schema },
  );
  return { errors: submission.error ?? {}, value: submission.status === 'success' ? submission.value : undefined };
}
const errorsOf = (changes: Record<string, string>) => sent(newIssueForm, { ...right, ...changes }).errors;

describe('the report form', () => {
  it('takes a report without details, point, photo or contact', () => {
    expect(sent(newIssueForm, right)).toEqual({
      errors: {},
      value: {
        clientId,
        category: 'road_surface',
        title: 'Yol dağılıb',
        details: '',
        region: 'AZ-AST',
        place: 'Kijəbə',
        contact: '',
        point: null,
      },
    });
  });

  it('says everything that is missing at once, in words that exist', () => {
    const { errors } = sent(newIssueForm, {});
    expect(Object.keys(errors).sort()).toEqual(['category', 'clientId', 'place', 'region', 'title']);
    for (const key of Object.values(errors).flat()) expect(CATALOGUES.az, String(key)).toHaveProperty([String(key)]);
  });

  it('asks for the place in words, or a point', () => {
    expect(errorsOf({ place: ' ' })).toEqual({ place: ['issues.form.error.place'] });
    expect(errorsOf({ place: '', lat: '38.53', lng: '48.81' })).toEqual({});
  });

  it.each([
    ['41.0', ''],
    ['x', 'y'],
    ['0', '0'],
    ['55.75', '37.61'],
    ['NaN', 'NaN'],
    ['Infinity', '48'],
    ['1e309', '48'],
  ])('refuses %s, %s as a point', (lat, lng) => {
    expect(errorsOf({ lat, lng })).toEqual({ place: ['issues.form.error.outside'] });
  });

  it('takes a contact only with the consent', () => {
    expect(errorsOf({ contact: '050 123 45 67' })).toEqual({ consent: ['issues.form.error.consent'] });
    expect(errorsOf({ contact: '050 123 45 67', consent: 'maybe' })).toEqual({
      consent: ['issues.form.error.consent'],
    });
    expect(errorsOf({ contact: 'nobody', consent: 'on' })).toEqual({ contact: ['issues.form.error.contact'] });
    expect(sent(newIssueForm, { ...right, contact: '050 123 45 67', consent: 'on' }).value).toMatchObject({
      contact: '+994501234567',
    });
    expect(errorsOf({ consent: 'on' })).toEqual({});
  });

  it.each([
    ['title', 'a'.repeat(121)],
    ['details', 'a'.repeat(4001)],
    ['place', 'a'.repeat(201)],
  ])('says that %s is too long', (field, value) => {
    expect(errorsOf({ [field]: value })).toEqual({ [field]: ['common.error.too-long'] });
  });

  it.each([
    ['category', 'nothing'],
    ['region', 'AZ-XXX'],
    ['title', ' \n '],
    ['clientId', '1'],
  ])('refuses %s “%s”', (field, value) => {
    expect(Object.keys(errorsOf({ [field]: value }))).toEqual([field]);
  });
});

describe('the other forms', () => {
  it('read contacts as people write them', () => {
    expect(normaliseContact('0 50-123 45 67')).toBe('+994501234567');
    expect(normaliseContact('AD@Misal.AZ')).toBe('ad@misal.az');
    expect(normaliseContact('+7 999 123 45 67')).toBeUndefined();
  });

  it('know only their own steps and kinds', () => {
    expect(sent(receiptStepForm, { step: 'publish', clientId, text: 'salam' }).errors).not.toEqual({});
    expect(sent(receiptStepForm, { step: 'answer', clientId, text: ' ' }).errors).toEqual({
      text: ['common.error.required'],
    });
    expect(sent(receiptStepForm, { step: 'close' }).errors).toEqual({});
    expect(sent(flagForm, { clientId, kind: 'body_reply' }).errors).toEqual({ kind: ['common.error.choose'] });
    expect(sent(flagForm, { clientId, kind: 'other' }).value).toEqual({ clientId, kind: 'other', text: '' });
  });

  it('ask a body for its name, its signature, a contact and the consent', () => {
    expect(Object.keys(sent(bodyReplyForm, { clientId }).errors).sort()).toEqual([
      'bodyName',
      'consent',
      'contact',
      'signatory',
      'text',
    ]);
  });
});
