import { useWords } from '#app/i18n/words-context.tsx';
import { Button } from '#app/ui/button.tsx';
import { DefinitionList } from '#app/ui/definition-list.tsx';
import { FieldRow, Form } from '#app/ui/form.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import type { Returned } from '#app/ui/use-returned.ts';
import type { Certainty } from '#app/kernel/dated-rules/dated-rules.ts';
import { LIMITS } from '../rules/kinds.ts';
import { LawSource } from './law-source.tsx';

type BySize = { value: number | null; article: string; sources: readonly string[]; certainty: Certainty };

/** What the municipality's size means for the candidate. */
export function SizeFacts({
  municipality,
  population,
  seats,
  signatures,
}: {
  municipality: string;
  population: number | null;
  seats: BySize;
  signatures: BySize;
}) {
  const { t } = useWords();
  if (population === null) return <p className="text-muted">{t('elections.municipality.none')}</p>;
  const said = (fact: BySize) => (
    <>
      <span className="num">{fact.value ?? t('elections.size.unknown')}</span> <LawSource {...fact} />
    </>
  );
  return (
    <DefinitionList
      items={[
        { term: t('elections.municipality'), detail: municipality },
        { term: t('elections.population'), detail: t('elections.population.is', { count: population }) },
        { term: t('elections.seats'), detail: said(seats) },
        { term: t('elections.signatures.needed'), detail: said(signatures) },
      ]}
    />
  );
}

export function MunicipalityForm({
  back,
  municipality,
  population,
  clientId,
}: {
  back: Returned;
  municipality: string;
  population: number | null;
  clientId: string;
}) {
  const { t } = useWords();
  return (
    <details className="no-print" open={population === null || Object.keys(back.errors).length > 0}>
      <summary>{t('elections.municipality.keep')}</summary>
      <Form clientId={back.value('clientId', clientId)} scope="municipality" label={t('elections.municipality.keep')}>
        <input type="hidden" name="intent" value="municipality" />
        <FieldRow>
          <TextInput
            name="municipality"
            label={t('elections.municipality')}
            maxLength={LIMITS.municipality}
            defaultValue={back.value('municipality', municipality)}
            error={back.errors.municipality}
          />
          <TextInput
            name="population"
            label={t('elections.population')}
            hint={t('elections.population.hint')}
            width="short"
            inputMode="numeric"
            defaultValue={back.value('population', population === null ? '' : String(population))}
            error={back.errors.population}
          />
        </FieldRow>
        <Button>{t('common.save')}</Button>
      </Form>
    </details>
  );
}
