import { useWords } from '#app/i18n/words-context.tsx';
import { formatDay, noonOf } from '#app/kernel/dates.ts';
import { Button } from '#app/ui/button.tsx';
import { Card } from '#app/ui/card.tsx';
import { DefinitionList } from '#app/ui/definition-list.tsx';
import { FieldRow, Form } from '#app/ui/form.tsx';
import { Press } from '#app/ui/press.tsx';
import { Select } from '#app/ui/select.tsx';
import { TextInput } from '#app/ui/text-input.tsx';
import type { Returned } from '#app/ui/use-returned.ts';
import { LIMITS, PAPER_KINDS, type PaperKind } from '../rules/kinds.ts';

type Sheet = {
  id: string;
  kind: PaperKind;
  title: string;
  producer: string;
  orderer: string;
  printRun: number;
  printedOn: string;
  copyHandedOn: string | null;
};

/** A printed sheet as the commission wants to see it: the line that stands on it, and whether a copy was handed in. */
export function SheetCard({
  sheet,
  clientId,
  today,
  mayWrite,
}: {
  sheet: Sheet;
  clientId: string;
  today: string;
  mayWrite: boolean;
}) {
  const { t, locale } = useWords();
  const day = (on: string) => formatDay(noonOf(on), locale);
  return (
    <Card>
      <h3>
        {t(`elections.paper.${sheet.kind}`)}: {sheet.title}
      </h3>
      <p>
        {t('elections.imprint.line', {
          producer: sheet.producer,
          orderer: sheet.orderer,
          run: sheet.printRun,
          day: day(sheet.printedOn),
        })}
      </p>
      <DefinitionList
        items={[
          {
            term: t('elections.copy'),
            detail: sheet.copyHandedOn ? day(sheet.copyHandedOn) : t('elections.copy.not-yet'),
          },
        ]}
      />
      {mayWrite && (
        <div className="no-print flex flex-wrap items-end gap-4">
          {!sheet.copyHandedOn && (
            <Form
              clientId={clientId}
              inline
              scope={`copy-${sheet.id}`}
              label={`${t('elections.copy.handed')}: ${sheet.title}`}
            >
              <input type="hidden" name="intent" value="copy" />
              <input type="hidden" name="id" value={sheet.id} />
              <input type="hidden" name="on" value={today} />
              <Button tone="secondary" size="small">
                {t('elections.copy.handed')}
              </Button>
            </Form>
          )}
          <Press
            clientId={clientId}
            intent="remove"
            fields={{ id: sheet.id }}
            label={t('elections.remove')}
            about={`${sheet.title}`}
            ask={t('elections.printed.remove.ask')}
          />
        </div>
      )}
    </Card>
  );
}

export function SheetForm({ back, clientId }: { back: Returned; clientId: string }) {
  const { t } = useWords();
  return (
    <Form clientId={back.value('clientId', clientId)} label={t('elections.printed.add')}>
      <input type="hidden" name="intent" value="add" />
      <FieldRow>
        <Select
          name="kind"
          label={t('elections.paper')}
          options={PAPER_KINDS.map((kind) => ({ value: kind, label: t(`elections.paper.${kind}`) }))}
          defaultValue={back.value('kind')}
          error={back.errors.kind}
        />
        <TextInput
          name="title"
          label={t('elections.paper.title')}
          maxLength={LIMITS.title}
          defaultValue={back.value('title')}
          error={back.errors.title}
        />
      </FieldRow>
      <TextInput
        name="producer"
        label={t('elections.imprint.producer')}
        maxLength={LIMITS.producer}
        defaultValue={back.value('producer')}
        error={back.errors.producer}
      />
      <TextInput
        name="orderer"
        label={t('elections.imprint.orderer')}
        maxLength={LIMITS.orderer}
        defaultValue={back.value('orderer')}
        error={back.errors.orderer}
      />
      <FieldRow>
        <TextInput
          name="printRun"
          inputMode="numeric"
          width="short"
          label={t('elections.imprint.print-run')}
          defaultValue={back.value('printRun')}
          error={back.errors.printRun}
        />
        <TextInput
          name="printedOn"
          type="date"
          width="short"
          label={t('elections.imprint.printed-on')}
          defaultValue={back.value('printedOn')}
          error={back.errors.printedOn}
        />
      </FieldRow>
      <Button>{t('elections.printed.save')}</Button>
    </Form>
  );
}
